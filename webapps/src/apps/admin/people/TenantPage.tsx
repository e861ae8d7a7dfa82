import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { UserView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { useTenantMembers } from './people.queries';
import { MemberDialog, RemoveMemberDialog } from './TenantDialogs';
import { UserState } from './UsersPage';

type Open = { dialog: 'member' | 'remove'; user: UserView } | { dialog: 'add' } | null;

/** Who belongs to a tenant, with which roles. */
export function TenantPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { tenant, isPlatformAdmin } = useSession();
  const filters = useUrlFilters();
  const members = useTenantMembers(id, filters.one('q'));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.people.tenant.members', { id })}</h1>
        {isPlatformAdmin && (
          <Button size="sm" onClick={() => setOpen({ dialog: 'add' })}>
            {t('admin.people.group.addMember')}
          </Button>
        )}
      </div>
      <SearchField label={t('admin.people.user.search')} filters={filters} />
      <PagedTable<UserView>
        label={t('admin.people.group.members')}
        pages={members}
        idOf={(user) => user.id ?? ''}
        empty={{ title: t('admin.users.none'), text: t('admin.executions.noneFits') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (user) =>
              id === tenant ? (
                <Link to={`/admin/users/${encodeURIComponent(user.id ?? '')}`}>{user.name}</Link>
              ) : (
                user.name
              ),
          },
          { key: 'id', header: t('admin.executions.id'), cell: (user) => <code>{user.id}</code> },
          { key: 'roles', header: t('admin.users.roles'), cell: (user) => user.roles?.join(', ') || '–' },
          { key: 'state', header: t('admin.executions.status'), cell: (user) => <UserState user={user} /> },
          { key: 'joined', header: t('admin.users.joined'), cell: (user) => <Time at={user.joinedAt} /> },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: (user) => (
              <div className="fm-row">
                {isPlatformAdmin && (
                  <Button
                    kind="ghost"
                    size="sm"
                    aria-label={t('admin.people.tenant.rolesNamed', { name: user.name })}
                    onClick={() => setOpen({ dialog: 'member', user })}
                  >
                    {t('admin.users.roles')}
                  </Button>
                )}
                <Button
                  kind="danger--ghost"
                  size="sm"
                  aria-label={t('admin.people.group.dropNamed', { name: user.name })}
                  onClick={() => setOpen({ dialog: 'remove', user })}
                >
                  {t('admin.people.group.drop')}
                </Button>
              </div>
            ),
          },
        ]}
      />
      {open?.dialog === 'add' && <MemberDialog tenant={id} user={null} onClose={close} />}
      {open?.dialog === 'member' && <MemberDialog tenant={id} user={open.user} onClose={close} />}
      {open?.dialog === 'remove' && <RemoveMemberDialog tenant={id} user={open.user} onClose={close} />}
    </div>
  );
}
