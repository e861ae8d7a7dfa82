import { useTranslation } from 'react-i18next';
import type { BulkJob } from '../api/schema';

/** How far a job is, as a bar and in words. */
export function Progress({ job }: { job: BulkJob }) {
  const { t } = useTranslation();
  const total = job.total ?? 0;
  const decided = total - (job.pending ?? 0);
  const words = [
    t('bulk.done', { count: job.done ?? 0 }),
    job.failed ? t('bulk.failed', { count: job.failed }) : null,
    job.skipped ? t('bulk.skipped', { count: job.skipped }) : null,
    job.pending ? t('bulk.pending', { count: job.pending }) : null,
  ].filter(Boolean);
  return (
    <div className="fm-progress">
      <progress value={decided} max={Math.max(total, 1)} aria-label={t('bulk.progress')} />
      <span>{words.join(', ')}</span>
    </div>
  );
}
