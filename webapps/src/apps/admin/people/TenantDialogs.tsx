import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { UserView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { PEOPLE_ROLES, useRefreshPeople } from './people.queries';
import { RolesField } from './RolesField';

interface Props {
  tenant: string;
  onClose: () => void;
}

/** Takes somebody into a tenant, or changes the roles there; without a user it asks for one. */
export function MemberDialog({ tenant, user, onClose }: Props & { user: UserView | null }) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const toasts = useToasts();
  const [id, setId] = useState(user?.id ?? '');
  const [roles, setRoles] = useState<string[]>(user?.roles ?? ['employee']);
  return (
    <FormDialog
      title={user ? t('admin.people.tenant.rolesNamed', { name: user.name }) : t('admin.people.group.addMember')}
      text={t(user ? 'admin.people.user.editText' : 'admin.people.tenant.addMemberText')}
      confirm={t('action.save')}
      isReady={id.trim() !== ''}
      onClose={onClose}
      run={async () => {
        const path = { id: tenant, user: id.trim() };
        await body(api.PUT('/tenants/{id}/members/{user}', { params: { path }, body: { roles } }));
        toasts.done(t('admin.people.group.memberAdded', { user: id.trim() }));
        await refresh();
      }}
    >
      {(faults) => (
        <>
          {!user && (
            <TextField
              id="member-id"
              labelText={t('admin.people.user.id')}
              value={id}
              onChange={(event) => setId(event.target.value)}
            />
          )}
          <RolesField roles={PEOPLE_ROLES} chosen={roles} change={setRoles} {...faults('/roles')} />
        </>
      )}
    </FormDialog>
  );
}

/** Ends a membership; the account and what was done stay. */
export function RemoveMemberDialog({ tenant, user, onDone, onClose }: Props & { user: UserView; onDone?: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const toasts = useToasts();
  return (
    <ConfirmDialog
      danger
      title={t('admin.people.remove.title', { name: user.name })}
      text={t('admin.people.remove.text')}
      confirm={t('admin.people.remove.name')}
      onClose={onClose}
      run={async () => {
        const path = { id: tenant, user: user.id ?? '' };
        await body(api.DELETE('/tenants/{id}/members/{user}', { params: { path } }));
        toasts.done(t('admin.people.remove.done', { name: user.name }));
        onDone?.();
        await refresh();
      }}
    />
  );
}
