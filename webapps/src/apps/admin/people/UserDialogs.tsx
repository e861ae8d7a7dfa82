import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { UserView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { useToasts } from '../../../shared/ui/Toasts';
import { PEOPLE_ROLES, ROLES, useRefreshPeople } from './people.queries';
import { SecretDialog } from './SecretDialog';
import { RemoveMemberDialog } from './TenantDialogs';
import { UserFields, type UserSketch } from './UserFields';

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
  const [sketch, setSketch] = useState<UserSketch>({
    name: user.name ?? '',
    email: user.email ?? '',
    roles: user.roles ?? [],
  });
  const name = sketch.name.trim();
  // A machine's role stays to be seen, and to be taken, where somebody has one.
  const offered = ROLES.filter(
    (role) => PEOPLE_ROLES.some((known) => known === role) || user.roles?.includes(role),
  );
  return (
    <FormDialog
      title={t('admin.people.user.edit', { name: user.name })}
      text={t('admin.people.user.editText')}
      confirm={t('action.save')}
      isReady={name !== ''}
      onClose={onClose}
      run={() =>
        change({ name, email: sketch.email.trim(), roles: sketch.roles }, t('admin.people.user.changed'))
      }
    >
      {(faults) => <UserFields user={sketch} offered={offered} change={setSketch} faults={faults} />}
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
  const { tenant } = useSession();
  const navigate = useNavigate();
  return (
    <RemoveMemberDialog
      tenant={tenant}
      user={user}
      onDone={() => void navigate('/admin/users')}
      onClose={onClose}
    />
  );
}
