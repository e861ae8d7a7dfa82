import { TextInput } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PersonView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';

const MOST = 8;

/** Colleagues by a part of their name; those whose id it is come along. */
export function usePeople(q: string, isWanted = true) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['people', tenant, q],
    queryFn: async () =>
      (await body(api.GET('/people', { params: { query: { q: q || undefined, limit: MOST } } }))).items ?? [],
    enabled: isWanted,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
}

interface Props {
  label: string;
  helperText?: string;
  value: string;
  onChange: (id: string) => void;
  /** Whether an id that is no colleague's may stand, for example a group's. */
  isFree?: boolean;
}

/** Chooses a colleague: a combo box as the ARIA guide describes it, with its list below. */
export function PersonField({ label, helperText, value, onChange, isFree }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const people = usePeople(useDeferredValue(typed), isOpen).data ?? [];

  function choose(person: PersonView) {
    setTyped(person.name ?? person.id ?? '');
    onChange(person.id ?? '');
    setOpen(false);
  }

  return (
    <div className="en-person">
      <TextInput
        id={id}
        labelText={label}
        helperText={helperText}
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen && people.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && people[at] ? `${id}-${at}` : undefined}
        placeholder={t('engage.person.type')}
        value={typed}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(isFree ? event.target.value.trim() : '');
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          const person = people[at];
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setOpen(true);
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setAt((now) => Math.max(0, Math.min(people.length - 1, now + step)));
          } else if (event.key === 'Enter' && isOpen && person) {
            event.preventDefault();
            event.stopPropagation();
            choose(person);
          } else if (event.key === 'Escape' && isOpen) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!isOpen || people.length === 0}>
        {people.map((person, index) => (
          <li
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // The field keeps the focus until the click has chosen.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(person);
            }}
          >
            {person.name} <span className="fm-hint">{person.id}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
