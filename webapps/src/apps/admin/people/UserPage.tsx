import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { UserView } from '../../../shared/api/schema';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { AttributesDialog } from './AttributesDialog';
import { LockDialog, PasswordDialog, RemoveDialog, UserDialog } from './UserDialogs';
import { UserState } from './UsersPage';
import { useAttributes, useUser } from './people.queries';

const DIALOGS = { edit: UserDialog, password: PasswordDialog, attributes: AttributesDialog, lock: LockDialog, remove: RemoveDialog };
type Action = keyof typeof DIALOGS;

/** One user: who it is, what it may do, and what can be done about it. */
export function UserPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const user = useUser(id);
  const [open, setOpen] = useState<Action | null>(null);
  if (!user.data) {
    return <Waiting query={user} />;
  }
  const { value, etag } = user.data;
  const Dialog = open && DIALOGS[open];
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.name}</h1>
          <UserState user={value} />
        </div>
        <div className="fm-row" role="group" aria-label={t('admin.actions')}>
          <Button size="sm" onClick={() => setOpen('edit')}>
            {t('admin.edit')}
          </Button>
          <Button size="sm" kind="ghost" onClick={() => setOpen('password')}>
            {t('admin.people.password.name')}
          </Button>
          <Button size="sm" kind="ghost" onClick={() => setOpen('attributes')}>
            {t('admin.people.attributes.name')}
          </Button>
          <Button size="sm" kind="ghost" onClick={() => setOpen('lock')}>
            {t(value.enabled ? 'admin.people.lock.name' : 'admin.people.unlock.name')}
          </Button>
          <Button size="sm" kind="danger--ghost" onClick={() => setOpen('remove')}>
            {t('admin.people.remove.name')}
          </Button>
        </div>
      </div>
      <Facts user={value} />
      {Dialog && <Dialog user={value} etag={etag} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Facts({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const known = Object.entries(useAttributes(user.id ?? '').data ?? {});
  return (
    <dl className="fm-facts">
      <dt>{t('admin.people.user.id')}</dt>
      <dd>
        <code>{user.id}</code>
      </dd>
      <dt>{t('admin.people.user.email')}</dt>
      <dd>{user.email ?? '–'}</dd>
      <dt>{t('admin.users.roles')}</dt>
      <dd>{user.roles?.map((role) => t(`admin.people.role.${role}`)).join(', ') || '–'}</dd>
      <dt>{t('admin.users.groups')}</dt>
      <dd className="fm-row">
        {user.groups?.length
          ? user.groups.map((group) => (
              <Link key={group} to={`/admin/groups/${encodeURIComponent(group)}`}>
                {group}
              </Link>
            ))
          : '–'}
      </dd>
      <dt>{t('admin.people.attributes.name')}</dt>
      <dd>{known.length > 0 ? known.map(([name, value]) => `${name}: ${String(value)}`).join(', ') : '–'}</dd>
      <dt>{t('admin.users.joined')}</dt>
      <dd>
        <Time at={user.joinedAt} exact />
      </dd>
      <dt>{t('admin.nav.audit')}</dt>
      <dd>
        <Link to={`/admin/audit?by=${encodeURIComponent(user.id ?? '')}`}>{t('admin.people.user.did')}</Link>
      </dd>
    </dl>
  );
}
