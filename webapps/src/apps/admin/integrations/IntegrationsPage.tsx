import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConnectorView, IntegrationView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { useConnectors, useIntegrations } from './integrations.queries';
import { SetUpDialog } from './SetUpDialog';

/** What the tenant is connected to, and what it could be connected to. */
export function IntegrationsPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const integrations = useIntegrations();
  const connectors = useConnectors(filters.one('q'));
  const [chosen, setChosen] = useState<ConnectorView | null>(null);
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.integrations')}</h1>
      <PagedTable<IntegrationView>
        label={t('admin.nav.integrations')}
        pages={integrations}
        idOf={(integration) => integration.id ?? ''}
        empty={{ title: t('admin.integrations.none'), text: t('admin.integrations.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (one) => <Link to={`/admin/integrations/${one.id}`}>{one.name}</Link>,
          },
          { key: 'connector', header: t('admin.integrations.connector'), cell: (one) => <code>{one.connector}</code> },
          { key: 'limit', header: t('admin.integrations.limit'), cell: (one) => one.callsPerMinute ?? '–' },
          {
            key: 'changed',
            header: t('admin.processes.updated'),
            cell: (one) => (
              <>
                <Time at={one.updatedAt} /> <span className="fm-hint">{one.updatedBy}</span>
              </>
            ),
          },
        ]}
      />
      <h2>{t('admin.integrations.connectors')}</h2>
      <div className="fm-filters">
        <SearchField label={t('admin.integrations.search')} filters={filters} />
      </div>
      <PagedTable<ConnectorView>
        label={t('admin.integrations.connectors')}
        pages={connectors}
        idOf={(connector) => connector.id ?? ''}
        empty={{ title: t('admin.integrations.noConnector'), text: t('admin.executions.noneFits') }}
        columns={[
          { key: 'name', header: t('admin.variables.name'), cell: (connector) => connector.name },
          {
            key: 'verb',
            header: t('admin.integrations.does'),
            cell: (connector) => <Tag size="sm">{t(`admin.integrations.verb.${connector.verb}`)}</Tag>,
          },
          { key: 'group', header: t('admin.integrations.group'), cell: (connector) => connector.group },
          {
            key: 'description',
            header: t('admin.integrations.description'),
            cell: (connector) => connector.description?.split('\n')[0],
          },
          {
            key: 'setUp',
            header: '',
            cell: (connector) => (
              <Button
                kind="ghost"
                size="sm"
                aria-label={t('admin.integrations.setUpNamed', { name: connector.name })}
                onClick={() => setChosen(connector)}
              >
                {t('admin.integrations.setUp')}
              </Button>
            ),
          },
        ]}
      />
      {chosen && <SetUpDialog connector={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
