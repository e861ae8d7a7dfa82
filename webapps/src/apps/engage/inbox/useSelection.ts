import { useCallback, useMemo, useState } from 'react';
import type { TaskView } from '../../../shared/api/schema';
import type { InboxParams } from './params';

/** Ticked tasks of one list; another list begins without any. */
export function useSelection(tasks: TaskView[], list: InboxParams) {
  const [state, setState] = useState<{ list: InboxParams; ids: ReadonlySet<string> }>({ list, ids: new Set() });
  if (state.list !== list) {
    setState({ list, ids: new Set() });
  }
  const set = useCallback(
    (next: (ids: Set<string>) => void) =>
      setState((now) => {
        const ids = new Set(now.ids);
        next(ids);
        return { ...now, ids };
      }),
    [],
  );
  const toggle = useCallback((id: string) => set((ids) => (ids.has(id) ? ids.delete(id) : ids.add(id))), [set]);
  const chosen = useMemo(() => tasks.filter((task) => state.ids.has(task.id ?? '')), [tasks, state.ids]);
  return {
    selected: state.ids,
    chosen,
    toggle,
    all: (all: boolean) =>
      set((ids) => {
        ids.clear();
        if (all) {
          tasks.forEach((task) => ids.add(task.id ?? ''));
        }
      }),
    clear: () => set((ids) => ids.clear()),
  };
}
