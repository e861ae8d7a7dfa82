import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { UserView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { usePages } from '../../../shared/ui/pages';
import { Time } from '../../../shared/ui/Time';

/** Who works in this tenant, with which roles and groups. */
export function UsersPage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const users = usePages<UserView>(['users', tenant], (cursor) =>
    body(api.GET('/users', { params: { query: { cursor, count: 'true' } } })),
  );
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.users')}</h1>
      <PagedTable<UserView>
        label={t('admin.nav.users')}
        pages={users}
        idOf={(user) => user.id ?? ''}
        empty={{ title: t('admin.users.none') }}
        columns={[
          { key: 'id', header: t('admin.executions.id'), cell: (user) => user.id },
          { key: 'name', header: t('admin.variables.name'), cell: (user) => user.name },
          { key: 'roles', header: t('admin.users.roles'), cell: (user) => user.roles?.join(', ') || '–' },
          { key: 'groups', header: t('admin.users.groups'), cell: (user) => user.groups?.join(', ') || '–' },
          {
            key: 'enabled',
            header: t('admin.executions.status'),
            cell: (user) => t(user.enabled ? 'admin.users.enabled' : 'admin.users.disabled'),
          },
          { key: 'joined', header: t('admin.users.joined'), cell: (user) => <Time at={user.joinedAt} /> },
        ]}
      />
    </div>
  );
}
