import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../shared/api/schema';
import { useToasts } from '../../shared/ui/Toasts';
import { comment, decide, opposite, useRefreshTasks, type Decision } from './tasks.queries';

/** Decides about a task with an optional remark, and offers to take it back. */
export function useDecide(task: TaskView, etag: string | undefined) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshTasks();
  const id = task.id ?? '';

  async function takeBack(decision: Decision, current: string | undefined) {
    try {
      await decide(id, opposite(decision, task), current);
      toasts.done(t('manager.task.takenBack'));
    } catch (problem) {
      toasts.failed(problem);
    }
    await refresh();
  }

  return async (decision: Decision, done: string, remark: string | undefined) => {
    const next = await decide(id, decision, etag);
    if (remark) {
      await comment(id, remark);
    }
    toasts.done(done, { undo: () => void takeBack(decision, next) });
    await refresh();
  };
}
