import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExecutionView } from '../../shared/api/schema';
import { RetryDialog } from '../../shared/executions/RetryDialog';
import { useHasRole } from '../../shared/session/SessionGate';
import type { Pages } from '../../shared/ui/pages';
import { PagedTable } from '../../shared/ui/PagedTable';
import { Time } from '../../shared/ui/Time';

/** Executions that cannot go on, each with a retry that says what came of it. */
export function FailedTable({ pages }: { pages: Pages<ExecutionView> }) {
  const { t } = useTranslation();
  const mayOpen = useHasRole('admin', 'developer');
  const [retried, setRetried] = useState<ExecutionView | null>(null);
  const nameOf = (execution: ExecutionView) => execution.businessKey || execution.id;
  return (
    <>
      <PagedTable<ExecutionView>
        label={t('manager.queue.failed')}
        pages={pages}
        idOf={(execution) => execution.id ?? ''}
        empty={{ title: t('manager.queue.noFailed') }}
        columns={[
          {
            key: 'execution',
            header: t('manager.failed.execution'),
            cell: (execution) => (
              <>
                {mayOpen ? (
                  <Link to={`/admin/executions/${execution.id}`}>{nameOf(execution)}</Link>
                ) : (
                  nameOf(execution)
                )}
                <br />
                <span className="fm-hint">{execution.processName ?? execution.processKey}</span>
              </>
            ),
          },
          {
            key: 'where',
            header: t('manager.failed.where'),
            cell: ({ incidents }) => incidents?.[0]?.activityName ?? incidents?.[0]?.activityId,
          },
          {
            key: 'reason',
            header: t('manager.task.reason'),
            cell: ({ incidents }) => incidents?.[0]?.message,
          },
          {
            key: 'since',
            header: t('manager.task.since'),
            cell: ({ incidents }) => <Time at={incidents?.[0]?.since} />,
          },
          {
            key: 'who',
            header: t('manager.failed.startedBy'),
            cell: ({ startedBy }) => startedBy ?? '–',
          },
          {
            key: 'actions',
            header: t('manager.failed.actions'),
            cell: (execution) => (
              <Button
                kind="ghost"
                size="sm"
                aria-label={t('manager.failed.retryNamed', { name: nameOf(execution) })}
                onClick={() => setRetried(execution)}
              >
                {t('executionWork.retry.name')}
              </Button>
            ),
          },
        ]}
      />
      {retried && <RetryDialog execution={retried} onClose={() => setRetried(null)} />}
    </>
  );
}
