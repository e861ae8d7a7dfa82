import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TaskView } from '../../../shared/api/schema';
import { useFreshTasks } from './fresh';

const tasks = (...ids: string[]): TaskView[] => ids.map((id) => ({ id }));

interface Now {
  newest: TaskView[] | undefined;
  shown: TaskView[];
  readAt: number;
}

function watch(first: Now) {
  return renderHook(({ newest, shown, readAt }: Now) => useFreshTasks(newest, shown, readAt), {
    initialProps: first,
  });
}

test('what was there when the list was read is not new, also beyond its first page', () => {
  const { result } = watch({ newest: tasks('a', 'z'), shown: tasks('a'), readAt: 1 });
  expect(result.current).toEqual([]);
});

test('what comes later is new until the list shows it', () => {
  const { result, rerender } = watch({ newest: tasks('a'), shown: tasks('a'), readAt: 1 });
  rerender({ newest: tasks('c', 'b', 'a'), shown: tasks('a'), readAt: 1 });
  expect(result.current.map((task) => task.id)).toEqual(['c', 'b']);
  rerender({ newest: tasks('c', 'b', 'a'), shown: tasks('a', 'b', 'c'), readAt: 2 });
  expect(result.current).toEqual([]);
});

test('before the list is read nothing is new', () => {
  const { result } = watch({ newest: tasks('a'), shown: [], readAt: 0 });
  expect(result.current).toEqual([]);
});
