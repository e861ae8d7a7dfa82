import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BulkJob } from '../api/schema';
import { PagedTable } from '../ui/PagedTable';
import { Time } from '../ui/Time';
import { useBulkJobs } from './bulk.queries';
import { Progress } from './Progress';
import './words';

const COLOURS = { RUNNING: 'blue', FINISHED: 'green', CANCELLED: 'gray' } as const;

export function JobStatus({ job }: { job: BulkJob }) {
  const { t } = useTranslation();
  const status = job.status ?? 'RUNNING';
  return (
    <Tag size="sm" type={status === 'FINISHED' && job.failed ? 'red' : COLOURS[status]}>
      {t(`bulk.status.${status}`)}
    </Tag>
  );
}

/** What was asked for in bulk, the latest first. */
export function BulkPage() {
  const { t } = useTranslation();
  const jobs = useBulkJobs();
  return (
    <div className="fm-page">
      <h1>{t('bulk.title')}</h1>
      <PagedTable<BulkJob>
        label={t('bulk.title')}
        pages={jobs}
        idOf={(job) => job.id ?? ''}
        columns={[
          {
            key: 'action',
            header: t('bulk.what'),
            cell: (job) => <Link to={job.id ?? ''}>{job.action}</Link>,
          },
          { key: 'status', header: t('bulk.state'), cell: (job) => <JobStatus job={job} /> },
          { key: 'progress', header: t('bulk.progress'), cell: (job) => <Progress job={job} /> },
          { key: 'reason', header: t('bulk.reason'), cell: (job) => job.reason ?? '–' },
          { key: 'by', header: t('bulk.by'), cell: (job) => job.createdBy },
          { key: 'at', header: t('bulk.at'), cell: (job) => <Time at={job.createdAt} /> },
        ]}
        empty={{ title: t('bulk.none'), text: t('bulk.noneText') }}
      />
    </div>
  );
}
