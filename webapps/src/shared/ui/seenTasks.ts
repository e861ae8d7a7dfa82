import { Stored } from './stored';

/** More would be tasks of long ago. */
const MOST = 2_000;

const isList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Ids of the tasks that were opened in this browser, the latest last. */
export const seenTasks = new Stored<string[]>('flowmaster.engage.seen', [], isList);

export function markSeen(id: string): void {
  const seen = seenTasks.get();
  if (!seen.includes(id)) {
    seenTasks.set([...seen, id].slice(-MOST));
  }
}
