import { Button, InlineLoading } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { useBulkJob, useBulkRefusals, useUndoBulk } from './bulk.queries';

/** How far a bulk job is, and in the end what became of each task. */
export function BulkProgress({ first, tasks }: { first: string; tasks: TaskView[] }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [id, setId] = useState(first);
  const job = useBulkJob(id);
  const undo = useUndoBulk();
  const isRunning = !job.data || job.data.status === 'RUNNING';
  const refusals = useBulkRefusals(id, !isRunning && (job.data?.failed ?? 0) + (job.data?.skipped ?? 0) > 0);
  const nameOf = (task?: string) => tasks.find((other) => other.id === task)?.name ?? task;
  const { done = 0, failed = 0, skipped = 0, total = 0 } = job.data ?? {};

  if (job.error) {
    return <ProblemNotice problem={job.error} retry={() => void job.refetch()} />;
  }
  return (
    <div className="en-fields">
      <div role="status">
        {isRunning && <InlineLoading description={t('engage.bulk.running')} />}
        <p>{t('engage.bulk.result', { done, failed, skipped, total })}</p>
      </div>
      <progress max={Math.max(1, total)} value={done + failed + skipped} aria-label={t('engage.bulk.running')} />
      {refusals.data && (
        <ul className="en-preview">
          {refusals.data.map((item) => (
            <li key={item.id}>
              <strong>{nameOf(item.id)}</strong>: {item.message ?? item.code}
            </li>
          ))}
        </ul>
      )}
      {job.data?.canUndo && (
        <Button
          size="sm"
          kind="tertiary"
          disabled={undo.isPending}
          onClick={() =>
            undo.mutate(id, { onSuccess: (back) => setId(back.id ?? id), onError: toasts.failed })
          }
        >
          {t('action.undo')}
        </Button>
      )}
    </div>
  );
}
