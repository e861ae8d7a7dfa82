import { Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { DateTimeInput } from '../../../shared/ui/DateTimeInput';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { rowsOf } from '../../../shared/ui/pages';
import { useClients, useRefreshPeople } from './people.queries';
import { SecretDialog } from './SecretDialog';

/** Makes a key for oneself or for a machine, and shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const clients = useClients();
  const [name, setName] = useState('');
  const [owner, setOwner] = useState('');
  const [expiresAt, setExpires] = useState<string | undefined>();
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) {
    return (
      <SecretDialog
        title={t('admin.people.key.made', { name })}
        label={t('admin.people.key.key')}
        secret={secret}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('admin.people.key.add')}
      text={t('admin.people.key.addText')}
      confirm={t('admin.people.key.add')}
      isReady={name.trim() !== ''}
      isFollowed
      onClose={onClose}
      run={async () => {
        const made = await body(
          api.POST('/api-keys', {
            body: { name: name.trim(), owner: owner || undefined, expiresAt },
          }),
        );
        setSecret(made.key ?? '');
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="key-name"
            labelText={t('admin.variables.name')}
            helperText={t('admin.people.key.nameText')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            id="key-owner"
            labelText={t('admin.people.key.owner')}
            value={owner}
            {...faults('/owner')}
            onChange={(event) => setOwner(event.target.value)}
          >
            <SelectItem value="" text={t('admin.people.key.myself')} />
            {rowsOf(clients).map((client) => (
              <SelectItem key={client.id} value={client.id} text={`${client.name} (${client.id})`} />
            ))}
          </Select>
          <DateTimeInput label={t('admin.people.key.endsOptional')} value={expiresAt} change={setExpires} />
        </>
      )}
    </FormDialog>
  );
}
