import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { UserView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { PEOPLE_ROLES, ROLES, useRefreshPeople } from './people.queries';
import { RolesField } from './RolesField';
import { SecretDialog } from './SecretDialog';

interface Props {
  user: UserView;
  etag: string | undefined;
  onClose: () => void;
}

/** Changes a user, unless somebody else has meanwhile. */
function useChangeUser({ user, etag }: Props) {
  const refresh = useRefreshPeople();
  const toasts = useToasts();
  return async (change: Partial<UserView>, done: string) => {
    const { name = '', email, roles = [], enabled = true } = { ...user, ...change };
    await body(
      api.PUT('/users/{id}', {
        params: { path: { id: user.id ?? '' }, header: ifMatch(etag) },
        body: { name, email: email || undefined, roles, enabled },
      }),
    );
    toasts.done(done);
    await refresh();
  };
}

export function UserDialog(props: Props) {
  const { t } = useTranslation();
  const { user, onClose } = props;
  const change = useChangeUser(props);
  const [name, setName] = useState(user.name ?? '');
  const [email, setEmail] = useState(user.email ?? '');
  const [roles, setRoles] = useState(user.roles ?? []);
  // A machine's role stays to be seen, and to be taken, where somebody has one.
  const offered = ROLES.filter(
    (role) => PEOPLE_ROLES.some((known) => known === role) || user.roles?.includes(role),
  );
  return (
    <FormDialog
      title={t('admin.people.user.edit', { name: user.name })}
      text={t('admin.people.user.editText')}
      confirm={t('action.save')}
      isReady={name.trim() !== ''}
      onClose={onClose}
      run={() =>
        change({ name: name.trim(), email: email.trim(), roles }, t('admin.people.user.changed'))
      }
    >
      {(faults) => (
        <>
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
          <RolesField roles={offered} chosen={roles} change={setRoles} {...faults('/roles')} />
        </>
      )}
    </FormDialog>
  );
}

/** Locks an account, or opens a locked one. */
export function LockDialog(props: Props) {
  const { t } = useTranslation();
  const { user, onClose } = props;
  const change = useChangeUser(props);
  const what = user.enabled ? 'lock' : 'unlock';
  return (
    <ConfirmDialog
      danger={user.enabled}
      title={t(`admin.people.${what}.title`, { name: user.name })}
      text={t(`admin.people.${what}.text`)}
      confirm={t(`admin.people.${what}.name`)}
      onClose={onClose}
      run={() => change({ enabled: !user.enabled }, t(`admin.people.${what}.done`, { name: user.name }))}
    />
  );
}

export function PasswordDialog({ user, onClose }: Props) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const [password, setPassword] = useState<string | null>(null);
  if (password) {
    return (
      <SecretDialog
        title={t('admin.people.password.title', { name: user.name })}
        label={t('admin.people.password.label')}
        secret={password}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t('admin.people.password.title', { name: user.name })}
      text={t('admin.people.password.text')}
      confirm={t('admin.people.password.name')}
      isFollowed
      onClose={onClose}
      run={async () => {
        const made = await body(
          api.PUT('/users/{id}/password', { params: { path: { id: user.id ?? '' } } }),
        );
        setPassword(made.temporaryPassword ?? '');
        await refresh();
      }}
    />
  );
}

export function RemoveDialog({ user, onClose }: Props) {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const navigate = useNavigate();
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
        await body(
          api.DELETE('/tenants/{id}/members/{user}', {
            params: { path: { id: tenant, user: user.id ?? '' } },
          }),
        );
        toasts.done(t('admin.people.remove.done', { name: user.name }));
        void navigate('/admin/users');
        await refresh();
      }}
    />
  );
}
