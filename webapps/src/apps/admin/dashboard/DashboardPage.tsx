import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHasRole } from '../../../shared/session/SessionGate';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { causesOf } from '../incidents/groups';
import { useBroken } from '../incidents/incidents.queries';
import { Backlog } from './Backlog';
import { COUNTED, useCounts, useOverdue } from './dashboard.queries';
import './dashboard.scss';

const SHOWN_CAUSES = 5;

/** How the tenant is doing, and where to look first. */
export function DashboardPage() {
  const { t } = useTranslation();
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.dashboard')}</h1>
      <Counts />
      <Causes />
      <Backlog />
    </div>
  );
}

function Counts() {
  const { t } = useTranslation();
  const counts = useCounts();
  const seesTasks = useHasRole('manager');
  const overdue = useOverdue(seesTasks);
  if (counts.error) {
    return <ProblemNotice problem={counts.error} retry={() => void counts.refetch()} />;
  }
  return (
    <ul className="fm-tiles" aria-label={t('admin.dashboard.counts')}>
      {COUNTED.map((status) => (
        <li key={status} className={status === 'FAILED' ? 'fm-tile-alarm' : undefined}>
          <Link to={`/admin/executions?status=${status}`}>
            <strong>{counts.data?.get(status) ?? '…'}</strong>
            <span>{t(`executionWork.status.${status}`)}</span>
          </Link>
        </li>
      ))}
      {seesTasks && (
        <li>
          <Link to="/manager/queue?show=overdue">
            <strong>{overdue.data ?? '…'}</strong>
            <span>{t('admin.dashboard.overdue')}</span>
          </Link>
        </li>
      )}
    </ul>
  );
}

function Causes() {
  const { t } = useTranslation();
  const broken = useBroken();
  const causes = causesOf(broken.data?.items ?? []);
  return (
    <section className="fm-part">
      <h2>{t('admin.dashboard.causes')}</h2>
      {broken.isPending && <TableSkeleton label={t('table.loading')} columns={1} />}
      {broken.error && <ProblemNotice problem={broken.error} retry={() => void broken.refetch()} />}
      {broken.data && causes.length === 0 && <p className="fm-hint">{t('admin.incidents.none')}</p>}
      {causes.length > 0 && (
        <ul className="fm-causes">
          {causes.slice(0, SHOWN_CAUSES).map((cause) => (
            <li key={cause.key}>
              <strong>{cause.executions.length}</strong>
              <span>
                {cause.message || t('admin.incidents.noMessage')}
                <br />
                <span className="fm-hint">
                  {cause.process} · {cause.activity} · {t('admin.incidents.first')} <Time at={cause.since} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {causes.length > 0 && (
        <Link to="/admin/incidents">
          {t('admin.dashboard.allCauses', { count: causes.length })}
        </Link>
      )}
    </section>
  );
}
