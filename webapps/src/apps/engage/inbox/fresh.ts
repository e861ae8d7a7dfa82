import { useMemo, useState } from 'react';
import type { TaskView } from '../../../shared/api/schema';

/**
 * The tasks that came after the list was read. The first answer about the newest tasks is what
 * there was then; whatever a later one has beside it, and the list does not show, is new.
 */
export function freshTasks(
  newest: TaskView[] | undefined,
  known: ReadonlySet<string>,
  shown: ReadonlySet<string>,
): TaskView[] {
  return (newest ?? []).filter((task) => task.id && !known.has(task.id) && !shown.has(task.id));
}

/**
 * @param readAt when the list was read; a list that is read again begins anew
 */
export function useFreshTasks(newest: TaskView[] | undefined, shown: TaskView[], readAt: number): TaskView[] {
  const [known, setKnown] = useState<{ readAt: number; ids: Set<string> } | null>(null);
  if (newest && readAt > 0 && known?.readAt !== readAt) {
    setKnown({ readAt, ids: idsOf(newest) });
  }
  return useMemo(
    () => (known ? freshTasks(newest, known.ids, idsOf(shown)) : []),
    [newest, known, shown],
  );
}

function idsOf(tasks: TaskView[]): Set<string> {
  return new Set(tasks.flatMap((task) => task.id ?? []));
}
