import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { PEOPLE_ROLES, useRefreshPeople } from './people.queries';
import { RolesField } from './RolesField';

/** Makes a user, and goes to where the first password is set. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshPeople();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<string[]>(['employee']);
  return (
    <FormDialog
      title={t('admin.people.user.add')}
      text={t('admin.people.user.addText')}
      confirm={t('action.save')}
      isReady={id.trim() !== '' && name.trim() !== ''}
      onClose={onClose}
      run={async () => {
        const user = await body(
          api.POST('/users', {
            body: { id: id.trim(), name: name.trim(), email: email.trim() || undefined, roles },
          }),
        );
        toasts.done(t('admin.people.user.added', { name: user.name }));
        await refresh();
        void navigate(`/admin/users/${encodeURIComponent(user.id ?? '')}`);
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="user-id"
            labelText={t('admin.people.user.id')}
            helperText={t('admin.people.idText')}
            value={id}
            {...faults('/id')}
            onChange={(event) => setId(event.target.value)}
          />
          <TextField
            id="user-name"
            labelText={t('admin.variables.name')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="user-email"
            labelText={t('admin.people.user.email')}
            value={email}
            {...faults('/email')}
            onChange={(event) => setEmail(event.target.value)}
          />
          <RolesField roles={PEOPLE_ROLES} chosen={roles} change={setRoles} {...faults('/roles')} />
        </>
      )}
    </FormDialog>
  );
}
