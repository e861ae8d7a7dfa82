import {
  InlineNotification,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
} from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { JobBacklog, TopicBacklog } from '../../../shared/api/schema';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useBacklog } from './dashboard.queries';

/** What the engine and the workers have to do, and topics that nobody works for. */
export function Backlog() {
  const { t } = useTranslation();
  const backlog = useBacklog();
  const alone = backlog.data?.topics?.filter((topic) => topic.noWorker) ?? [];
  return (
    <section className="fm-part">
      <h2>{t('admin.dashboard.backlog')}</h2>
      {backlog.isPending && <TableSkeleton label={t('table.loading')} columns={5} />}
      {backlog.error && <ProblemNotice problem={backlog.error} retry={() => void backlog.refetch()} />}
      {alone.length > 0 && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={t('admin.dashboard.noWorker')}
          subtitle={t('admin.dashboard.noWorkerText', { topics: alone.map((one) => one.topic).join(', ') })}
        />
      )}
      {backlog.data && (
        <>
          <Jobs jobs={backlog.data.jobs ?? {}} />
          <Topics topics={backlog.data.topics ?? []} />
          {backlog.data.complete === false && <p className="fm-hint">{t('admin.dashboard.cut')}</p>}
        </>
      )}
    </section>
  );
}

function Jobs({ jobs }: { jobs: JobBacklog }) {
  const { t } = useTranslation();
  return (
    <dl className="fm-facts fm-facts-row">
      {(['due', 'later', 'failed', 'held'] as const).map((one) => (
        <div key={one} className="fm-fact">
          <dt>{t(`admin.dashboard.jobs.${one}`)}</dt>
          <dd>{jobs[one] ?? 0}</dd>
        </div>
      ))}
      <dt>{t('admin.dashboard.jobs.oldest')}</dt>
      <dd>
        <Time at={jobs.oldestDue} />
      </dd>
    </dl>
  );
}

const NUMBERS = ['waiting', 'working', 'workers', 'failed', 'held'] as const;

function Topics({ topics }: { topics: TopicBacklog[] }) {
  const { t } = useTranslation();
  if (topics.length === 0) {
    return <p className="fm-hint">{t('admin.dashboard.noTopics')}</p>;
  }
  const label = t('admin.dashboard.topics');
  return (
    <div className="fm-table-scroll" role="region" aria-label={label} tabIndex={0}>
      <Table size="sm" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableHeader>{t('admin.dashboard.topic')}</TableHeader>
            {NUMBERS.map((one) => (
              <TableHeader key={one}>{t(`admin.dashboard.${one}`)}</TableHeader>
            ))}
            <TableHeader>{t('admin.dashboard.oldest')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {topics.map((topic) => (
            <TableRow key={topic.topic}>
              <TableCell>
                <code>{topic.topic}</code>{' '}
                {topic.noWorker && (
                  <Tag size="sm" type="red">
                    {t('admin.dashboard.noWorker')}
                  </Tag>
                )}
              </TableCell>
              {NUMBERS.map((one) => (
                <TableCell key={one}>{topic[one] ?? 0}</TableCell>
              ))}
              <TableCell>
                <Time at={topic.oldestWaiting} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
