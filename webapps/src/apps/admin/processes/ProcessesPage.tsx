import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useProcesses } from './processes.queries';

/** All processes of the tenant, to look at. */
export function ProcessesPage() {
  const { t } = useTranslation();
  const processes = useProcesses(undefined);
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.processes')}</h1>
      <PagedTable<ProcessView>
        label={t('admin.nav.processes')}
        pages={processes}
        idOf={(process) => process.id ?? ''}
        empty={{ title: t('admin.processes.none') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (process) => <Link to={`/admin/processes/${process.id}`}>{process.name}</Link>,
          },
          { key: 'key', header: t('admin.processes.key'), cell: (process) => <code>{process.key}</code> },
          {
            key: 'version',
            header: t('admin.processes.version'),
            cell: (process) => process.latestVersion ?? '–',
          },
          {
            key: 'executions',
            header: t('admin.nav.executions'),
            cell: (process) => (
              <Link to={`/admin/executions?processKey=${encodeURIComponent(process.key ?? '')}`}>
                {t('admin.processes.executions')}
              </Link>
            ),
          },
          {
            key: 'updated',
            header: t('admin.processes.updated'),
            cell: (process) => (
              <>
                <Time at={process.updatedAt} /> · {process.updatedBy}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
