import { SkeletonText } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useHistory } from './task.queries';

/** What a reader wants to know; every set variable would drown it. */
const TOLD = ['EXECUTION_STARTED', 'TASK_COMPLETED', 'MESSAGE_RECEIVED', 'EXECUTION_PAUSED', 'EXECUTION_RESUMED'];

/** What happened in the case before this task, the latest first. */
export function History({ executionId }: { executionId: string }) {
  const { t } = useTranslation();
  const history = useHistory(executionId);
  return (
    <section>
      <h3>{t('engage.briefing.history')}</h3>
      {history.isPending && <SkeletonText paragraph lineCount={3} />}
      {history.error && <ProblemNotice problem={history.error} retry={() => void history.refetch()} />}
      <ol className="en-timeline">
        {told(history.data ?? []).map((event, index) => (
          <li key={index}>
            <span>
              {t(`engage.history.${event.type}`, { defaultValue: event.type, name: event.activityName ?? event.activityId })}
            </span>
            <span className="fm-hint">
              {event.actor} <Time at={event.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function told(events: HistoryEvent[]): HistoryEvent[] {
  return events.filter((event) => TOLD.includes(event.type ?? '')).reverse();
}
