import { describe, expect, it } from 'vitest';
import { readAll } from './pages';
import { instantOf, localOf } from './time';
import { withChanges } from './useUrlFilters';

describe('filters in the address', () => {
  it('keep what is not named, replace what is, and drop what is emptied', () => {
    const now = new URLSearchParams('status=FAILED&status=RUNNING&q=abc&sort=x');

    const next = withChanges(now, { status: ['PAUSED'], q: '' });

    expect(next.toString()).toBe('sort=x&status=PAUSED');
  });
});

describe('an instant', () => {
  it('survives the way through the input', () => {
    const instant = '2026-03-04T05:06:00.000Z';
    expect(instantOf(localOf(instant))).toBe(instant);
    expect(instantOf('')).toBeUndefined();
    expect(localOf(undefined)).toBe('');
  });
});

describe('reading a list as a whole', () => {
  const load = (cursor?: string) =>
    Promise.resolve(cursor ? { items: [3] } : { items: [1, 2], nextCursor: 'next' });

  it('follows the cursors to the end', async () => {
    expect(await readAll(load, 10)).toEqual({ items: [1, 2, 3], isComplete: true });
  });

  it('stops at the most, and says that there is more', async () => {
    expect(await readAll(load, 2)).toEqual({ items: [1, 2], isComplete: false });
  });
});
