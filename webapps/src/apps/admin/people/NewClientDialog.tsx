import { Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { ROLES, useRefreshPeople } from './people.queries';
import { RolesField } from './RolesField';
import { SecretDialog } from './SecretDialog';

const KINDS = ['WORKER', 'AGENT'] as const;

/** Makes a machine client, and shows its secret this once. */
export function NewClientDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('WORKER');
  const [roles, setRoles] = useState<string[]>(['worker']);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) {
    return (
      <SecretDialog
        title={t('admin.people.client.added', { name })}
        label={t('admin.people.client.secret')}
        secret={secret}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={t('admin.people.client.add')}
      confirm={t('action.save')}
      isReady={id.trim() !== '' && name.trim() !== '' && roles.length > 0}
      isFollowed
      onClose={onClose}
      run={async () => {
        const made = await body(
          api.POST('/clients', { body: { id: id.trim(), name: name.trim(), kind, roles } }),
        );
        setSecret(made.clientSecret ?? '');
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="client-id"
            labelText={t('admin.people.client.id')}
            helperText={t('admin.people.idText')}
            value={id}
            {...faults('/id')}
            onChange={(event) => setId(event.target.value)}
          />
          <TextField
            id="client-name"
            labelText={t('admin.variables.name')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            id="client-kind"
            labelText={t('admin.people.client.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as (typeof KINDS)[number])}
          >
            {KINDS.map((one) => (
              <SelectItem key={one} value={one} text={t(`admin.people.client.kinds.${one}`)} />
            ))}
          </Select>
          <RolesField roles={ROLES} chosen={roles} change={setRoles} {...faults('/roles')} />
        </>
      )}
    </FormDialog>
  );
}
