import type { ReadTask } from './task.queries';

type Values = Record<string, unknown>;

/** Whether somebody else changed a task, or its draft, after it was opened here. */
export function isForeign(latest: ReadTask, base: ReadTask, me: string): boolean {
  if (latest.value.revision !== base.value.revision) {
    return true;
  }
  const draft = latest.value.draft;
  return draft?.savedBy != null && draft.savedBy !== me && draft.savedAt !== base.value.draft?.savedAt;
}

export interface Difference {
  name: string;
  theirs: unknown;
  mine: unknown;
}

/** What both sides say differently; what is not filled in counts as nothing. */
export function differences(theirs: Values, mine: Values): Difference[] {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  return [...names]
    .map((name) => ({ name, theirs: theirs[name], mine: mine[name] }))
    .filter((one) => JSON.stringify(one.theirs ?? '') !== JSON.stringify(one.mine ?? ''))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A value as people read it; never as markup. */
export function asText(value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return '–';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
