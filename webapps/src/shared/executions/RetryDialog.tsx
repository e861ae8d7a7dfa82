import { InlineLoading, Modal, Tag } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../api/client';
import type { ExecutionView, Item } from '../api/schema';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useRefreshExecutions } from './refresh';
import './words';

const WAIT = 'PT20S';

const COLOURS = { PASSED: 'green', FAILED_AGAIN: 'red', RUNNING: 'blue', GONE: 'gray' } as const;

/** Retries what failed, waits, and says what really came of each piece of work. */
export function RetryDialog({ execution, onClose }: { execution: ExecutionView; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshExecutions();
  const retry = useMutation({
    mutationFn: () =>
      body(
        api.POST('/executions/{id}/retry', {
          params: { path: { id: execution.id ?? '' }, query: { wait: WAIT } },
        }),
      ),
    onSettled: refresh,
  });
  const isDone = retry.isSuccess;
  return (
    <Modal
      open
      size="sm"
      modalHeading={t('executionWork.retry.title')}
      primaryButtonText={t(isDone ? 'action.close' : 'executionWork.retry.name')}
      secondaryButtonText={isDone ? undefined : t('action.cancel')}
      primaryButtonDisabled={retry.isPending}
      onRequestSubmit={isDone ? onClose : () => retry.mutate()}
      onRequestClose={onClose}
    >
      <div className="fm-dialog" aria-live="polite">
        {retry.isIdle && (
          <p>{t('executionWork.retry.text', { count: execution.incidents?.length ?? 0 })}</p>
        )}
        {retry.isPending && <InlineLoading description={t('executionWork.retry.waiting')} />}
        {retry.error && <ProblemNotice problem={retry.error} />}
        {isDone && <Outcomes items={retry.data.retried ?? []} />}
      </div>
    </Modal>
  );
}

function Outcomes({ items }: { items: Item[] }) {
  const { t } = useTranslation();
  if (items.length === 0) {
    return <p>{t('executionWork.retry.nothing')}</p>;
  }
  return (
    <ul className="fm-outcomes">
      {items.map((item) => (
        <li key={item.id}>
          <Tag size="sm" type={COLOURS[item.outcome ?? 'RUNNING']}>
            {t(`executionWork.outcome.${item.outcome}`)}
          </Tag>{' '}
          <code>{item.activityId}</code>
          {item.message && <p>{item.message}</p>}
        </li>
      ))}
    </ul>
  );
}
