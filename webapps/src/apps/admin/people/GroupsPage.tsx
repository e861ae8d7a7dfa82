import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { GroupView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { NamedDialog } from './NamedDialog';
import { useGroups, useRefreshPeople } from './people.queries';

/** Whom tasks are offered to. */
export function GroupsPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const groups = useGroups(filters.one('q'));
  const [adds, setAdds] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.groups')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.people.group.add')}
        </Button>
      </div>
      <SearchField label={t('admin.people.group.search')} filters={filters} />
      <PagedTable<GroupView>
        label={t('admin.nav.groups')}
        pages={groups}
        idOf={(group) => group.id ?? ''}
        empty={{ title: t('admin.people.group.none'), text: t('admin.people.group.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (group) => (
              <Link to={`/admin/groups/${encodeURIComponent(group.id ?? '')}`}>{group.name}</Link>
            ),
          },
          { key: 'id', header: t('admin.executions.id'), cell: (group) => <code>{group.id}</code> },
          { key: 'members', header: t('admin.people.group.members'), cell: (group) => group.members },
        ]}
      />
      {adds && <NewGroupDialog onClose={() => setAdds(false)} />}
    </div>
  );
}

function NewGroupDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshPeople();
  return (
    <NamedDialog
      title={t('admin.people.group.add')}
      idText={t('admin.people.group.idText')}
      onClose={onClose}
      make={async (id, name) => {
        const group = await body(api.POST('/groups', { body: { id, name } }));
        await refresh();
        void navigate(`/admin/groups/${encodeURIComponent(group.id ?? '')}`);
      }}
    />
  );
}
