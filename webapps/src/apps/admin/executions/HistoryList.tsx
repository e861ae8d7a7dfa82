import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../../shared/api/schema';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useHistory } from './executions.queries';

/** What happened, the latest first. */
export function HistoryList({ id }: { id: string }) {
  const { t } = useTranslation();
  const history = useHistory(id);
  if (history.isPending) {
    return <TableSkeleton label={t('table.loading')} columns={3} />;
  }
  if (!history.data) {
    return <ProblemNotice problem={history.error} retry={() => void history.refetch()} />;
  }
  return (
    <>
      {!history.data.isComplete && <p className="fm-hint">{t('admin.history.cut')}</p>}
      <ol className="fm-history" aria-label={t('admin.executions.tab.history')}>
        {history.data.items
          .map((event, index) => <Event key={index} event={event} />)
          .reverse()}
      </ol>
    </>
  );
}

function Event({ event }: { event: HistoryEvent }) {
  const { t } = useTranslation();
  const detail = event.detail ?? {};
  return (
    <li>
      <Time at={event.at} exact />
      <span>
        <strong>{t(`admin.history.type.${event.type}`)}</strong>{' '}
        {event.activityName ?? event.activityId}
        {event.actor && <span className="fm-hint"> · {event.actor}</span>}
        {Object.keys(detail).length > 0 && (
          <details>
            <summary className="fm-hint">{t('admin.history.detail')}</summary>
            <pre className="fm-code">{JSON.stringify(detail, null, 2)}</pre>
          </details>
        )}
      </span>
    </li>
  );
}
