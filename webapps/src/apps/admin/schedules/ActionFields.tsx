import { Select, SelectItem, TextArea } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useActionTypes } from './schedules.queries';
import { fieldsOf, isJson, type ActionField, type Sketch } from './sketch';

interface Props {
  sketch: Sketch;
  change: (changes: Partial<Sketch>) => void;
  faults: FieldFaults;
}

/** What it does, and what that needs. */
export function ActionFields({ sketch, change, faults }: Props) {
  const { t } = useTranslation();
  const types = useActionTypes().data ?? [];
  const isListed = types.some(({ type }) => type === sketch.type);
  const set = (name: string, typed: string) => change({ action: { ...sketch.action, [name]: typed } });
  return (
    <fieldset className="adm-schedule-action">
      <legend>{t('admin.schedules.action')}</legend>
      <Select
        id="schedule-type"
        labelText={t('admin.schedules.does')}
        value={sketch.type}
        {...faults('/action/type')}
        onChange={(event) => change({ type: event.target.value, action: {} })}
      >
        {!isListed && <SelectItem value={sketch.type} text={nameOf(sketch.type)} />}
        {types.map(({ type = '', allowed }) => (
          <SelectItem key={type} value={type} text={nameOf(type)} disabled={!allowed} />
        ))}
      </Select>
      {fieldsOf(sketch.type).map((field) => (
        <Field
          key={`${sketch.type}/${field.name}`}
          field={field}
          value={sketch.action[field.name] ?? ''}
          set={(typed) => set(field.name, typed)}
          faults={faults}
        />
      ))}
    </fieldset>
  );

  function nameOf(type: string) {
    return t(`admin.schedules.type.${type}`, { defaultValue: type });
  }
}

interface FieldProps {
  field: ActionField;
  value: string;
  set: (typed: string) => void;
  faults: FieldFaults;
}

function Field({ field, value, set, faults }: FieldProps) {
  const { t } = useTranslation();
  const id = `schedule-action-${field.name}`;
  const label = t(`admin.schedules.field.${field.name || 'whole'}`);
  const labelText = field.isRequired ? label : t('admin.schedules.optional', { label });
  const fault = faults(field.name ? `/action/${field.name}` : '/action');
  if (field.kind !== 'json') {
    return (
      <TextField
        id={id}
        type={field.kind}
        labelText={labelText}
        autoComplete="off"
        value={value}
        {...fault}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  return (
    <TextArea
      id={id}
      labelText={labelText}
      rows={3}
      value={value}
      invalid={fault.invalid || !isJson(value)}
      invalidText={isJson(value) ? fault.invalidText : t('admin.integrations.noObject')}
      onChange={(event) => set(event.target.value)}
    />
  );
}
