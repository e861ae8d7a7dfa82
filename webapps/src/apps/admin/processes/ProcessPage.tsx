import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { VersionView } from '../../../shared/api/schema';
import { useHasRole } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useProcess, useVersions } from './processes.queries';

/** One process with all that was published of it. */
export function ProcessPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const draws = useHasRole('designer', 'developer');
  const process = useProcess(id);
  const versions = useVersions(id);
  if (process.error) {
    return <ProblemNotice problem={process.error} retry={() => void process.refetch()} standalone />;
  }
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{process.data?.name}</h1>
        {draws && <Link to={`/designer/processes/${id}`}>{t('admin.processes.design')}</Link>}
      </div>
      <PagedTable<VersionView>
        label={t('admin.processes.versions')}
        pages={versions}
        idOf={(version) => String(version.version)}
        empty={{ title: t('admin.processes.noVersions') }}
        columns={[
          {
            key: 'version',
            header: t('admin.processes.version'),
            cell: (one) => (
              <Link
                to={`/admin/executions?processKey=${encodeURIComponent(one.key ?? '')}&version=${one.version}`}
              >
                {[one.version, one.label].filter(Boolean).join(' · ')}
              </Link>
            ),
          },
          { key: 'log', header: t('admin.processes.changelog'), cell: (one) => one.changelog ?? '–' },
          {
            key: 'published',
            header: t('admin.processes.published'),
            cell: (one) => (
              <>
                <Time at={one.publishedAt} /> · {one.publishedBy}
              </>
            ),
          },
          {
            key: 'deprecated',
            header: t('admin.processes.deprecated'),
            cell: (one) => (one.deprecated ? (one.deprecated.reason ?? <Time at={one.deprecated.at} />) : '–'),
          },
        ]}
      />
    </div>
  );
}
