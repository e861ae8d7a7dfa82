import type { ExecutionView } from '../../../shared/api/schema';

export type Action =
  | 'retry'
  | 'pause'
  | 'resume'
  | 'move'
  | 'stepBack'
  | 'migrate'
  | 'restart'
  | 'cancel';

export function isOver({ status }: ExecutionView): boolean {
  return status === 'COMPLETED' || status === 'CANCELLED';
}

/** What can be done with an execution as it stands, the most likely first. */
export function actionsFor(execution: ExecutionView): Action[] {
  if (isOver(execution)) {
    return ['restart'];
  }
  const first: Action[] = execution.incidents?.length ? ['retry'] : [];
  // A called execution is repaired as a part of the one that called it: it moves with its caller.
  const own: Action[] = execution.parentId ? [] : ['migrate'];
  const pause: Action = execution.status === 'PAUSED' ? 'resume' : 'pause';
  return [...first, pause, 'move', 'stepBack', ...own, 'cancel'];
}
