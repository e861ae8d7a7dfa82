import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { bulkFilterOf, type ExecutionFilter } from '../executions/filter';

export type BulkAction = 'RETRY' | 'PAUSE' | 'RESUME' | 'CANCEL';

interface Props {
  action: BulkAction;
  target: { ids: string[] } | { filter: ExecutionFilter };
  /** How many it is for, as far as it is known. */
  count: number | undefined;
  onClose: () => void;
}

/** Starts a tracked job and goes to where its progress and its results are. */
export function BulkDialog({ action, target, count, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ConfirmDialog
      asksReason
      danger={action === 'CANCEL'}
      title={t(`admin.bulk.action.${action}`)}
      text={
        <>
          {t('admin.bulk.meant', { count: count ?? 0 })} {t(`admin.bulk.text.${action}`)}
          {'filter' in target && ` ${t('admin.bulk.byFilter')}`}
        </>
      }
      confirm={t(`admin.bulk.action.${action}`)}
      onClose={onClose}
      run={async (reason) => {
        const meant =
          'ids' in target ? { ids: target.ids } : { filter: bulkFilterOf(target.filter) };
        const job = await body(api.POST('/executions/bulk', { body: { action, reason, ...meant } }));
        void navigate(`/admin/bulk/${job.id}`);
      }}
    />
  );
}
