import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../shared/api/schema';
import { useSession } from '../../shared/session/SessionGate';
import { useToasts } from '../../shared/ui/Toasts';
import { useAssign } from './tasks.queries';
import { useUndo } from './undo';

/**
 * Claims, assigns and releases, each with its way back.
 *
 * @param onChanged told of each change that the user made here, and of its undoing
 */
export function useAssignment(onChanged?: () => void) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const toasts = useToasts();
  const undo = useUndo();
  const assign = useAssign();

  async function give(task: TaskView, assignee: string | null): Promise<boolean> {
    const id = task.id ?? '';
    const before = task.assignee ?? null;
    try {
      await assign.mutateAsync({ id, assignee });
    } catch (problem) {
      toasts.failed(problem);
      return false;
    }
    onChanged?.();
    const done = assignee === null ? 'released' : assignee === userId ? 'claimed' : 'assigned';
    undo.offer(t(`engage.done.${done}`, { name: task.name, person: assignee }), () => {
      assign.mutate({ id, assignee: before }, { onSuccess: onChanged, onError: toasts.failed });
    });
    return true;
  }

  return {
    claim: (task: TaskView) => give(task, userId),
    release: (task: TaskView) => give(task, null),
    assign: give,
    isPending: assign.isPending,
  };
}
