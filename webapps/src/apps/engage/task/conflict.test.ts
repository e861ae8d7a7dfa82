import { expect, test } from 'vitest';
import { asText, differences, isForeign } from './conflict';
import type { ReadTask } from './task.queries';

const read = (revision: number, draft?: { savedBy: string; savedAt: string }): ReadTask => ({
  value: { id: 't', revision, draft },
  etag: `"${revision}"`,
});

test('a new revision is somebody else’s change', () => {
  expect(isForeign(read(2), read(1), 'ana')).toBe(true);
  expect(isForeign(read(1), read(1), 'ana')).toBe(false);
});

test('one’s own draft is no conflict, another’s is', () => {
  const savedAt = '2026-03-01T12:00:00Z';
  expect(isForeign(read(1, { savedBy: 'ana', savedAt }), read(1), 'ana')).toBe(false);
  expect(isForeign(read(1, { savedBy: 'ben', savedAt }), read(1), 'ana')).toBe(true);
  const base = read(1, { savedBy: 'ben', savedAt });
  expect(isForeign(read(1, { savedBy: 'ben', savedAt }), base, 'ana')).toBe(false);
});

test('only what differs is shown; empty is nothing', () => {
  expect(differences({ a: 1, b: 'x', c: null }, { a: 1, b: 'y', c: '' })).toEqual([
    { name: 'b', theirs: 'x', mine: 'y' },
  ]);
});

test('values are shown as text', () => {
  expect(asText({ a: [1] })).toBe('{"a":[1]}');
  expect(asText(false)).toBe('false');
  expect(asText(null)).toBe('–');
});
