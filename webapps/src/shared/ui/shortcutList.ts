import { useEffect, useSyncExternalStore } from 'react';

/** Keys for the help: what to press, and the words' key of what it does. */
export interface ShortcutGroup {
  title: string;
  keys: [string, string][];
}

const GENERAL: ShortcutGroup = {
  title: 'keys.general',
  keys: [
    ['/', 'keys.search'],
    ['Ctrl+K', 'keys.search'],
    ['?', 'keys.help'],
    ['Esc', 'keys.close'],
  ],
};

let groups: ShortcutGroup[] = [GENERAL];
const listeners = new Set<() => void>();

function set(next: ShortcutGroup[]) {
  groups = next;
  listeners.forEach((listener) => listener());
}

/** Lists keys in the help while the component is shown; the group must be a constant. */
export function useListedShortcuts(group: ShortcutGroup): void {
  useEffect(() => {
    set([...groups, group]);
    return () => set(groups.filter((other) => other !== group));
  }, [group]);
}

export function useShortcutList(): ShortcutGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}
