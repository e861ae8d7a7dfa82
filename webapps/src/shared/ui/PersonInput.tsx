import { TextInput } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId } from 'react';
import { api, body } from '../api/client';
import { useSession } from '../session/SessionGate';

interface Props {
  label: string;
  value: string;
  change: (id: string) => void;
  helperText?: string;
}

const SUGGESTED = 20;

/** Asks for a person's id and proposes those whose name or id fits. */
export function PersonInput({ label, value, change, helperText }: Props) {
  const id = useId();
  const { tenant } = useSession();
  const q = useDeferredValue(value.trim());
  const people = useQuery({
    queryKey: ['people', tenant, q],
    queryFn: () => body(api.GET('/people', { params: { query: { q, limit: SUGGESTED } } })),
    staleTime: 60_000,
  });
  return (
    <>
      <TextInput
        id={id}
        labelText={label}
        helperText={helperText}
        value={value}
        list={`${id}-people`}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
      />
      <datalist id={`${id}-people`}>
        {people.data?.items?.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </datalist>
    </>
  );
}
