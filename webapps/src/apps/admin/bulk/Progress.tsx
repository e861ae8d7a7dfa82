import { useTranslation } from 'react-i18next';
import type { BulkJob } from '../../../shared/api/schema';

/** How far a job is, as a bar and in words. */
export function Progress({ job }: { job: BulkJob }) {
  const { t } = useTranslation();
  const total = job.total ?? 0;
  const decided = total - (job.pending ?? 0);
  const words = [
    t('admin.bulk.done', { count: job.done ?? 0 }),
    job.failed ? t('admin.bulk.failed', { count: job.failed }) : null,
    job.skipped ? t('admin.bulk.skipped', { count: job.skipped }) : null,
    job.pending ? t('admin.bulk.pending', { count: job.pending }) : null,
  ].filter(Boolean);
  return (
    <div className="fm-progress">
      <progress value={decided} max={Math.max(total, 1)} aria-label={t('admin.bulk.progress')} />
      <span>{words.join(', ')}</span>
    </div>
  );
}
