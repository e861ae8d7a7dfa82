import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';

interface Props {
  title: string;
  text?: ReactNode;
  idLabel?: string;
  idText: string;
  make: (id: string, name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Makes something that has an id, which never changes, and a name. */
export function NamedDialog({ title, text, idLabel, idText, make, onClose }: Props) {
  const { t } = useTranslation();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={title}
      text={text}
      confirm={t('action.save')}
      isReady={id.trim() !== '' && name.trim() !== ''}
      onClose={onClose}
      run={() => make(id.trim(), name.trim())}
    >
      {(faults) => (
        <>
          <TextField
            id="new-id"
            labelText={idLabel ?? t('admin.executions.id')}
            helperText={idText}
            value={id}
            {...faults('/id')}
            onChange={(event) => setId(event.target.value)}
          />
          <TextField
            id="new-name"
            labelText={t('admin.variables.name')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
