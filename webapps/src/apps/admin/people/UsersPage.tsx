import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UserView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { NewUserDialog } from './NewUserDialog';
import { useUsers } from './people.queries';

/** Who works in this tenant, with which roles and groups. */
export function UsersPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const users = useUsers(filters.one('q'));
  const [adds, setAdds] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.users')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.people.user.add')}
        </Button>
      </div>
      <SearchField label={t('admin.people.user.search')} filters={filters} />
      <PagedTable<UserView>
        label={t('admin.nav.users')}
        pages={users}
        idOf={(user) => user.id ?? ''}
        empty={{ title: t('admin.users.none'), text: t('admin.executions.noneFits') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (user) => <Link to={`/admin/users/${encodeURIComponent(user.id ?? '')}`}>{user.name}</Link>,
          },
          { key: 'id', header: t('admin.executions.id'), cell: (user) => <code>{user.id}</code> },
          { key: 'roles', header: t('admin.users.roles'), cell: (user) => user.roles?.join(', ') || '–' },
          { key: 'groups', header: t('admin.users.groups'), cell: (user) => user.groups?.join(', ') || '–' },
          { key: 'state', header: t('admin.executions.status'), cell: (user) => <UserState user={user} /> },
          { key: 'joined', header: t('admin.users.joined'), cell: (user) => <Time at={user.joinedAt} /> },
        ]}
      />
      {adds && <NewUserDialog onClose={() => setAdds(false)} />}
    </div>
  );
}

export function UserState({ user }: { user: UserView }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag size="sm" type={user.enabled ? 'green' : 'red'}>
        {t(user.enabled ? 'admin.users.enabled' : 'admin.users.disabled')}
      </Tag>
      {user.passwordExpired && (
        <Tag size="sm" type="gray">
          {t('admin.people.user.passwordExpired')}
        </Tag>
      )}
    </>
  );
}
