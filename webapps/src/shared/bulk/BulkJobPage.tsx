import { Button, Select, SelectItem, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, body } from '../api/client';
import type { BulkItem, BulkJob } from '../api/schema';
import { useHasRole } from '../session/SessionGate';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { PagedTable } from '../ui/PagedTable';
import { Time } from '../ui/Time';
import { useUrlFilters } from '../ui/useUrlFilters';
import { Waiting } from '../ui/Waiting';
import { JobStatus } from './BulkPage';
import { useBulkItems, useBulkJob, useRefreshBulk, type ItemStatus } from './bulk.queries';
import { Progress } from './Progress';
import './words';

const STATUSES: ItemStatus[] = ['FAILED', 'DONE', 'SKIPPED', 'NOT_DONE', 'PENDING'];
const COLOURS = {
  DONE: 'green',
  FAILED: 'red',
  SKIPPED: 'gray',
  NOT_DONE: 'gray',
  PENDING: 'blue',
} as const;

/** One bulk job: how far it is, and what really came of each item. */
export function BulkJobPage() {
  const { id = '' } = useParams();
  const job = useBulkJob(id);
  if (!job.data) {
    return <Waiting query={job} />;
  }
  return (
    <div className="fm-page">
      <Head job={job.data} />
      <div aria-live="polite">
        <Progress job={job.data} />
      </div>
      {job.data.reason && <p>{job.data.reason}</p>}
      <Items job={job.data} />
    </div>
  );
}

function Head({ job }: { job: BulkJob }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshBulk();
  const [asks, setAsks] = useState<'stop' | 'undo' | null>(null);
  const params = { path: { id: job.id ?? '' } };
  return (
    <div className="fm-page-head">
      <div className="fm-row">
        <h1>{job.action}</h1>
        <JobStatus job={job} />
        <span className="fm-hint">
          {job.createdBy} · <Time at={job.createdAt} />
        </span>
      </div>
      <div className="fm-row">
        {job.undoOf && <Link to={`../${job.undoOf}`} relative="path">{t('bulk.undoOf')}</Link>}
        {job.undoneBy && <Link to={`../${job.undoneBy}`} relative="path">{t('bulk.undoneBy')}</Link>}
        {job.status === 'RUNNING' && (
          <Button kind="danger--ghost" size="sm" onClick={() => setAsks('stop')}>
            {t('bulk.stop')}
          </Button>
        )}
        {job.canUndo && (
          <Button kind="tertiary" size="sm" onClick={() => setAsks('undo')}>
            {t('action.undo')}
          </Button>
        )}
      </div>
      {asks === 'stop' && (
        <ConfirmDialog
          danger
          title={t('bulk.stop')}
          text={t('bulk.stopText')}
          confirm={t('bulk.stop')}
          onClose={() => setAsks(null)}
          run={async () => {
            await body(api.DELETE('/bulk/{id}', { params }));
            await refresh();
          }}
        />
      )}
      {asks === 'undo' && (
        <ConfirmDialog
          title={t('bulk.undo')}
          text={t('bulk.undoText', { count: job.done ?? 0 })}
          confirm={t('action.undo')}
          onClose={() => setAsks(null)}
          run={async () => {
            const undoing = await body(api.POST('/bulk/{id}/undo', { params }));
            await refresh();
            void navigate(`../${undoing.id}`, { relative: 'path' });
          }}
        />
      )}
    </div>
  );
}

function Items({ job }: { job: BulkJob }) {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const mayOpen = useHasRole('admin', 'developer');
  const status = STATUSES.find((known) => known === filters.one('status'));
  const items = useBulkItems(job.id ?? '', status, (job.total ?? 0) - (job.pending ?? 0));
  return (
    <>
      <div className="fm-filters">
        <Select
          id="item-status"
          labelText={t('bulk.show')}
          value={status ?? ''}
          onChange={(event) => filters.set({ status: event.target.value })}
        >
          <SelectItem value="" text={t('bulk.any')} />
          {STATUSES.map((one) => (
            <SelectItem key={one} value={one} text={t(`bulk.item.${one}`)} />
          ))}
        </Select>
      </div>
      <PagedTable<BulkItem>
        label={t('bulk.results')}
        pages={items}
        idOf={(item) => item.id ?? ''}
        columns={[
          {
            key: 'id',
            header: t('bulk.thing'),
            cell: (item) =>
              mayOpen && job.action?.startsWith('executions') ? (
                <Link to={`/admin/executions/${item.id}`}>{item.id}</Link>
              ) : (
                item.id
              ),
          },
          {
            key: 'status',
            header: t('bulk.result'),
            cell: (item) => (
              <Tag size="sm" type={COLOURS[item.status ?? 'PENDING']}>
                {t(`bulk.item.${item.status}`)}
              </Tag>
            ),
          },
          { key: 'message', header: t('bulk.message'), cell: (item) => item.message ?? '–' },
          { key: 'at', header: t('bulk.at'), cell: (item) => <Time at={item.at} /> },
        ]}
        empty={{ title: t('bulk.noItems') }}
      />
    </>
  );
}
