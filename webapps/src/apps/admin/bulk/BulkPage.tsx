import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BulkJob } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useBulkJobs } from './bulk.queries';
import { Progress } from './Progress';

const COLOURS = { RUNNING: 'blue', FINISHED: 'green', CANCELLED: 'gray' } as const;

export function JobStatus({ job }: { job: BulkJob }) {
  const { t } = useTranslation();
  const status = job.status ?? 'RUNNING';
  return (
    <Tag size="sm" type={status === 'FINISHED' && job.failed ? 'red' : COLOURS[status]}>
      {t(`admin.bulk.status.${status}`)}
    </Tag>
  );
}

/** What was asked for in bulk, the latest first. */
export function BulkPage() {
  const { t } = useTranslation();
  const jobs = useBulkJobs();
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.bulk')}</h1>
      <PagedTable<BulkJob>
        label={t('admin.nav.bulk')}
        pages={jobs}
        idOf={(job) => job.id ?? ''}
        columns={[
          {
            key: 'action',
            header: t('admin.bulk.what'),
            cell: (job) => <Link to={`/admin/bulk/${job.id}`}>{job.action}</Link>,
          },
          { key: 'status', header: t('admin.executions.status'), cell: (job) => <JobStatus job={job} /> },
          { key: 'progress', header: t('admin.bulk.progress'), cell: (job) => <Progress job={job} /> },
          { key: 'reason', header: t('admin.bulk.reason'), cell: (job) => job.reason ?? '–' },
          { key: 'by', header: t('admin.bulk.by'), cell: (job) => job.createdBy },
          { key: 'at', header: t('admin.bulk.at'), cell: (job) => <Time at={job.createdAt} /> },
        ]}
        empty={{ title: t('admin.bulk.none'), text: t('admin.bulk.noneText') }}
      />
    </div>
  );
}
