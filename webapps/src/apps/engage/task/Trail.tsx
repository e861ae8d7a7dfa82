import { Button, SkeletonText } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { asText } from './conflict';
import { useTrail } from './notes.queries';

/** Who changed what, with the values before and after. */
export function Trail({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const trail = useTrail(taskId);
  const entries = trail.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <section className="en-notes" aria-label={t('engage.tab.trail')}>
      {trail.isPending && <SkeletonText paragraph lineCount={4} />}
      {trail.error && <ProblemNotice problem={trail.error} retry={() => void trail.refetch()} />}
      <ol className="en-timeline">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>
              <strong>{t(`engage.field.${entry.field}`, { defaultValue: fieldName(entry.field) })}</strong>{' '}
              {t('engage.trail.change', { before: asText(entry.oldValue), after: asText(entry.newValue) })}
            </span>
            <span className="fm-hint">
              {entry.actor}
              {entry.onBehalfOf && ` (${t('engage.onBehalfOf', { person: entry.onBehalfOf })})`} <Time at={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      {trail.hasNextPage && (
        <Button kind="ghost" size="sm" onClick={() => void trail.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </section>
  );
}

function fieldName(field: string | undefined): string {
  return (field ?? '').replace(/^variables\//, '');
}
