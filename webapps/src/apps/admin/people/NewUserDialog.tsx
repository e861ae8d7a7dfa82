import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { PEOPLE_ROLES, useRefreshPeople } from './people.queries';
import { UserFields, type UserSketch } from './UserFields';

/** Makes a user, and goes to where the first password is set. */
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshPeople();
  const [id, setId] = useState('');
  const [sketch, setSketch] = useState<UserSketch>({ name: '', email: '', roles: ['employee'] });
  const name = sketch.name.trim();
  return (
    <FormDialog
      title={t('admin.people.user.add')}
      text={t('admin.people.user.addText')}
      confirm={t('action.save')}
      isReady={id.trim() !== '' && name !== ''}
      onClose={onClose}
      run={async () => {
        const user = await body(
          api.POST('/users', {
            body: { id: id.trim(), name, email: sketch.email.trim() || undefined, roles: sketch.roles },
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
          <UserFields user={sketch} offered={PEOPLE_ROLES} change={setSketch} faults={faults} />
        </>
      )}
    </FormDialog>
  );
}
