import { Button } from '@carbon/react';
import { Archive, Restart } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '@shared/api/schema';
import { useToasts } from '@shared/ui/Toasts';
import { useArchiveProcess, useRestoreProcess } from './processes.queries';

/** Archives at once and offers to undo; brings an archived process back. */
export function ArchiveButton({ process }: { process: ProcessView }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const archive = useArchiveProcess();
  const restore = useRestoreProcess();
  const id = process.id ?? '';
  const name = process.name ?? '';

  const bringBack = () =>
    restore.mutate(id, {
      onSuccess: () => toasts.done(t('designer.restored', { name })),
      onError: toasts.failed,
    });
  const putAway = () =>
    archive.mutate(id, {
      onSuccess: () => toasts.done(t('designer.archived', { name }), { undo: bringBack }),
      onError: toasts.failed,
    });

  const isArchived = process.status === 'ARCHIVED';
  return (
    <Button
      hasIconOnly
      kind="ghost"
      size="sm"
      tooltipPosition="left"
      renderIcon={isArchived ? Restart : Archive}
      iconDescription={t(isArchived ? 'designer.restore' : 'designer.archive', { name })}
      disabled={archive.isPending || restore.isPending}
      onClick={isArchived ? bringBack : putAway}
    />
  );
}
