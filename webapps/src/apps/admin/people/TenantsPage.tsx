import { Button, Checkbox, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { TenantView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { NamedDialog } from './NamedDialog';
import { useRefreshPeople, useTenants } from './people.queries';

/** Organisations whose data no other can see; a platform administrator sees all and makes new ones. */
export function TenantsPage() {
  const { t } = useTranslation();
  const { tenant, isPlatformAdmin } = useSession();
  const filters = useUrlFilters();
  const all = isPlatformAdmin && filters.one('all') === 'true';
  const tenants = useTenants(all);
  const [adds, setAdds] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.tenants')}</h1>
        {isPlatformAdmin && (
          <Button size="sm" onClick={() => setAdds(true)}>
            {t('admin.people.tenant.add')}
          </Button>
        )}
      </div>
      {isPlatformAdmin && (
        <Checkbox
          id="all-tenants"
          labelText={t('admin.people.tenant.all')}
          checked={all}
          onChange={(_, { checked }) => filters.set({ all: checked ? 'true' : undefined })}
        />
      )}
      <PagedTable<TenantView>
        label={t('admin.nav.tenants')}
        pages={tenants}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.people.tenant.none') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (one) => (
              <>
                {isPlatformAdmin || one.id === tenant ? (
                  <Link to={`/admin/tenants/${encodeURIComponent(one.id ?? '')}`}>{one.name}</Link>
                ) : (
                  one.name
                )}{' '}
                {one.id === tenant && (
                  <Tag size="sm" type="blue">
                    {t('admin.people.tenant.here')}
                  </Tag>
                )}
              </>
            ),
          },
          { key: 'id', header: t('admin.executions.id'), cell: (one) => <code>{one.id}</code> },
          { key: 'made', header: t('admin.people.made'), cell: (one) => <Time at={one.createdAt} /> },
        ]}
      />
      {adds && <NewTenantDialog onClose={() => setAdds(false)} />}
    </div>
  );
}

function NewTenantDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const toasts = useToasts();
  return (
    <NamedDialog
      title={t('admin.people.tenant.add')}
      text={t('admin.people.tenant.addText')}
      idText={t('admin.people.idText')}
      onClose={onClose}
      make={async (id, name) => {
        await body(api.POST('/tenants', { body: { id, name } }));
        toasts.done(t('admin.people.tenant.added', { name }));
        await refresh();
      }}
    />
  );
}
