import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Time } from '../../../shared/ui/Time';
import { useRelated } from './task.queries';

interface Props {
  businessKey: string;
  executionId?: string | null;
}

/** Other cases about the same thing. */
export function Related({ businessKey, executionId }: Props) {
  const { t } = useTranslation();
  const related = (useRelated(businessKey).data ?? []).filter((execution) => execution.id !== executionId);
  if (related.length === 0) {
    return null;
  }
  return (
    <section>
      <h3>{t('engage.briefing.related')}</h3>
      <ul className="en-timeline">
        {related.map((execution) => (
          <li key={execution.id}>
            <Link to={`/engage?view=all&q=${encodeURIComponent(businessKey)}&process=${execution.processKey}`}>
              {execution.processName}
            </Link>
            <span className="fm-hint">
              {t(`engage.execution.${execution.status}`)} <Time at={execution.startedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
