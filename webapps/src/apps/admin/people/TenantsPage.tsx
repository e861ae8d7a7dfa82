import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { TenantView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { TextField } from '../../../shared/ui/TextField';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshPeople, useTenants } from './people.queries';

/** Organisations whose data no other can see; a platform administrator makes new ones. */
export function TenantsPage() {
  const { t } = useTranslation();
  const { tenant, isPlatformAdmin } = useSession();
  const tenants = useTenants();
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
                {one.name}{' '}
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
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  return (
    <FormDialog
      title={t('admin.people.tenant.add')}
      text={t('admin.people.tenant.addText')}
      confirm={t('action.save')}
      isReady={id.trim() !== '' && name.trim() !== ''}
      onClose={onClose}
      run={async () => {
        await body(api.POST('/tenants', { body: { id: id.trim(), name: name.trim() } }));
        toasts.done(t('admin.people.tenant.added', { name: name.trim() }));
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="tenant-id"
            labelText={t('admin.executions.id')}
            helperText={t('admin.people.idText')}
            value={id}
            {...faults('/id')}
            onChange={(event) => setId(event.target.value)}
          />
          <TextField
            id="tenant-name"
            labelText={t('admin.variables.name')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
