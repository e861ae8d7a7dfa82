import { TextInput } from '@carbon/react';
import { useId } from 'react';
import { instantOf, localOf } from './time';

interface Props {
  label: string;
  /** An instant as the platform writes it; empty when none is chosen. */
  value: string | undefined;
  change: (instant: string | undefined) => void;
}

/** Asks for a date and time in the browser's zone. */
export function DateTimeInput({ label, value, change }: Props) {
  return (
    <TextInput
      id={useId()}
      type="datetime-local"
      labelText={label}
      value={localOf(value)}
      onChange={(event) => change(instantOf(event.target.value))}
    />
  );
}
