import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { GroupView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PersonInput } from '../../../shared/ui/PersonInput';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshPeople } from './people.queries';

interface Props {
  group: GroupView;
  etag: string | undefined;
  onClose: () => void;
}

export function AddMemberDialog({ group, onClose }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshPeople();
  const [user, setUser] = useState('');
  return (
    <ConfirmDialog
      title={t('admin.people.group.addMember')}
      text={t('admin.people.group.addMemberText')}
      confirm={t('admin.people.group.addMember')}
      isReady={user.trim() !== ''}
      onClose={onClose}
      run={async () => {
        const params = { path: { id: group.id ?? '', user: user.trim() } };
        await body(api.PUT('/groups/{id}/members/{user}', { params }));
        toasts.done(t('admin.people.group.memberAdded', { user: user.trim() }));
        await refresh();
      }}
    >
      <PersonInput label={t('admin.people.group.person')} value={user} change={setUser} />
    </ConfirmDialog>
  );
}

export function RenameGroupDialog({ group, etag, onClose }: Props) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const [name, setName] = useState(group.name ?? '');
  return (
    <FormDialog
      title={t('admin.people.group.rename')}
      text={t('admin.people.group.renameText')}
      confirm={t('action.save')}
      isReady={name.trim() !== ''}
      onClose={onClose}
      run={async () => {
        await body(
          api.PUT('/groups/{id}', {
            params: { path: { id: group.id ?? '' }, header: ifMatch(etag) },
            body: { name: name.trim() },
          }),
        );
        await refresh();
      }}
    >
      {(faults) => (
        <TextField
          id="group-name"
          labelText={t('admin.variables.name')}
          value={name}
          {...faults('/name')}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </FormDialog>
  );
}

export function DeleteGroupDialog({ group, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshPeople();
  return (
    <ConfirmDialog
      danger
      title={t('admin.people.group.deleteTitle', { name: group.name })}
      text={t('admin.people.group.deleteText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/groups/{id}', { params: { path: { id: group.id ?? '' } } }));
        toasts.done(t('admin.people.group.deleted', { name: group.name }));
        void navigate('/admin/groups');
        await refresh();
      }}
    />
  );
}
