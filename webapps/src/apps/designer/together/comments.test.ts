import { describe, expect, it } from 'vitest';
import type { ProcessComment } from '@shared/api/schema';
import { initials, openCounts, threadsOf } from './comments';

const on = (element: string, at: string, resolvedAt?: string): ProcessComment =>
  ({ id: at, element, at, resolvedAt, message: at }) as ProcessComment;

const comments = [on('A', '1'), on('B', '2', '9'), on('C', '3'), on('A', '4'), on('B', '5')];

describe('comments', () => {
  it('are shown by element, the chosen one first, then the latest', () => {
    expect(threadsOf(comments, 'C', false).map((thread) => thread.element)).toEqual(['C', 'B', 'A']);
    expect(threadsOf(comments, '', false).map((thread) => thread.element)).toEqual(['B', 'A', 'C']);
  });

  it('that are settled are shown only when they are asked for', () => {
    const of = (withSettled: boolean) =>
      threadsOf(comments, 'B', withSettled)[0]?.comments.map((comment) => comment.id);
    expect(of(false)).toEqual(['5']);
    expect(of(true)).toEqual(['2', '5']);
  });

  it('count while they are open', () => {
    expect([...openCounts(comments)]).toEqual([['A', 2], ['C', 1], ['B', 1]]);
  });
});

describe('initials', () => {
  it.each([
    ['Dora Designer', 'DD'],
    ['Ana Maria van Dyck', 'AD'],
    ['employee', 'E'],
    ['ana.b@example.org', 'AO'],
    ['', ''],
  ])('of %s are %s', (name, expected) => expect(initials(name)).toBe(expected));
});
