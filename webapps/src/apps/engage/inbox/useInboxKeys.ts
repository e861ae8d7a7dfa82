import { useCallback, useState } from 'react';
import type { TaskView } from '../../../shared/api/schema';
import { useListedShortcuts, type ShortcutGroup } from '../../../shared/ui/shortcutList';
import { useShortcuts } from '../../../shared/ui/useShortcuts';
import { useUndo } from '../undo';

const LISTED: ShortcutGroup = {
  title: 'engage.inbox',
  keys: [
    ['j', 'engage.keys.next'],
    ['k', 'engage.keys.previous'],
    ['Enter', 'engage.keys.open'],
    ['c', 'engage.keys.claim'],
    ['a', 'engage.keys.assign'],
    ['x', 'engage.keys.select'],
    ['u', 'engage.keys.undo'],
  ],
};

interface Actions {
  claim: (task: TaskView) => void;
  assign: (task: TaskView) => void;
  select: (task: TaskView) => void;
}

/** The keys of the list, and the row that they are about. */
export function useInboxKeys(tasks: TaskView[], actions: Actions) {
  const undo = useUndo();
  const [activeId, setActiveId] = useState<string>();
  const [moves, setMoves] = useState(0);
  const at = tasks.findIndex((task) => task.id === activeId);

  function move(step: number) {
    const next = tasks[Math.max(0, Math.min(tasks.length - 1, at + step))];
    setActiveId(next?.id);
    setMoves((count) => count + 1);
  }
  const withActive = (action: (task: TaskView) => void) => () => {
    const task = tasks[at];
    if (task) {
      action(task);
    }
  };

  useListedShortcuts(LISTED);
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    c: withActive(actions.claim),
    a: withActive(actions.assign),
    x: withActive(actions.select),
    u: undo.last,
  });

  return { activeId, moves, setActive: useCallback((id: string) => setActiveId(id), []) };
}
