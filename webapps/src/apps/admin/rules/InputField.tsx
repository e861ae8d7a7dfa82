import { Select, SelectItem } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../shared/ui/TextField';
import type { Field } from './dmn';

interface Props {
  field: Field;
  value: string;
  isWrong: boolean;
  change: (value: string) => void;
}

/** Asks for one thing that a decision looks at, in the way that fits its type. */
export function InputField({ field, value, isWrong, change }: Props) {
  const { t } = useTranslation();
  const options = field.kind === 'boolean' ? ['true', 'false'] : field.allowed;
  const id = `field-${field.name}`;
  if (options.length > 0) {
    return (
      <Select id={id} labelText={field.label} value={value} onChange={(event) => change(event.target.value)}>
        <SelectItem value="" text={t('admin.rules.nothing')} />
        {options.map((option) => (
          <SelectItem key={option} value={option} text={option} />
        ))}
      </Select>
    );
  }
  return (
    <TextField
      id={id}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      labelText={field.label}
      value={value}
      invalid={isWrong}
      invalidText={t(`admin.variables.invalid.${field.kind === 'number' ? 'number' : 'json'}`)}
      onChange={(event) => change(event.target.value)}
    />
  );
}
