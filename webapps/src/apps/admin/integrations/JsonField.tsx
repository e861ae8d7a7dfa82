import { TextArea } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { objectIn } from './sketch';

interface Props {
  id: string;
  label: string;
  hint?: string;
  value: string;
  change: (text: string) => void;
}

/** An object, typed as JSON. */
export function JsonField({ id, label, hint, value, change }: Props) {
  const { t } = useTranslation();
  return (
    <TextArea
      id={id}
      labelText={label}
      helperText={hint}
      rows={10}
      value={value}
      invalid={objectIn(value) === undefined}
      invalidText={t('admin.integrations.noObject')}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
    />
  );
}
