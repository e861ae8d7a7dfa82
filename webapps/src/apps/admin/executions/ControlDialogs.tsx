import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { useToasts } from '../../../shared/ui/Toasts';
import type { ActionProps } from './ExecutionActions';
import { useRefreshExecutions } from '../../../shared/executions/refresh';

/** Runs a change, says that it is done, and reads the execution anew. */
export function useChange(): (change: Promise<unknown>, done: string, undo?: () => void) => Promise<void> {
  const refresh = useRefreshExecutions();
  const toasts = useToasts();
  return async (change, done, undo) => {
    await change;
    toasts.done(done, { undo });
    await refresh();
  };
}

/** Pausing and resuming take each other back. */
function usePausing(id: string) {
  const { t } = useTranslation();
  const change = useChange();
  const toasts = useToasts();
  const params = { path: { id } };
  const pause = () => body(api.PUT('/executions/{id}/pause', { params }));
  const resume = () => body(api.PUT('/executions/{id}/resume', { params }));
  const undo = (again: () => Promise<unknown>, done: string) => () =>
    void change(again(), done).catch(toasts.failed);
  return {
    pause: () =>
      change(pause(), t('admin.action.pause.done'), undo(resume, t('admin.action.resume.done'))),
    resume: () =>
      change(resume(), t('admin.action.resume.done'), undo(pause, t('admin.action.pause.done'))),
  };
}

export function PauseDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const { pause } = usePausing(execution.id ?? '');
  return (
    <ConfirmDialog
      title={t('admin.action.pause.title')}
      text={t('admin.action.pause.text')}
      confirm={t('admin.action.pause.name')}
      onClose={onClose}
      run={pause}
    />
  );
}

export function ResumeDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const { resume } = usePausing(execution.id ?? '');
  return (
    <ConfirmDialog
      title={t('admin.action.resume.title')}
      text={t('admin.action.resume.text')}
      confirm={t('admin.action.resume.name')}
      onClose={onClose}
      run={resume}
    />
  );
}

export function CancelDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const change = useChange();
  return (
    <ConfirmDialog
      danger
      asksReason
      title={t('admin.action.cancel.title')}
      text={t('admin.action.cancel.text', { name: execution.businessKey || execution.id })}
      confirm={t('admin.action.cancel.name')}
      onClose={onClose}
      run={(reason) =>
        change(
          body(
            api.DELETE('/executions/{id}', {
              params: { path: { id: execution.id ?? '' } },
              body: { reason },
            }),
          ),
          t('admin.action.cancel.done'),
        )
      }
    />
  );
}
