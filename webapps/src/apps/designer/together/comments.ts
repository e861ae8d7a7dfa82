import type { ProcessComment } from '@shared/api/schema';

/** The comments on one element. */
export interface Thread {
  element: string;
  comments: ProcessComment[];
}

/** By element, the chosen one first, then those that were spoken of last. */
export function threadsOf(comments: readonly ProcessComment[], chosen: string, withSettled: boolean): Thread[] {
  const threads = new Map<string, ProcessComment[]>();
  for (const comment of comments) {
    if (withSettled || !comment.resolvedAt) {
      const element = comment.element ?? '';
      threads.set(element, [...(threads.get(element) ?? []), comment]);
    }
  }
  const newest = (thread: Thread) => thread.comments[thread.comments.length - 1]?.at ?? '';
  return [...threads]
    .map(([element, found]) => ({ element, comments: found }))
    .sort((a, b) => Number(b.element === chosen) - Number(a.element === chosen) || newest(b).localeCompare(newest(a)));
}

/** How many are not settled, by element. */
export function openCounts(comments: readonly ProcessComment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { element = '', resolvedAt } of comments) {
    if (!resolvedAt) {
      counts.set(element, (counts.get(element) ?? 0) + 1);
    }
  }
  return counts;
}

/** Up to two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return chosen.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
