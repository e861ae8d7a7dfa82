import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftSaver, type DraftState } from './draft';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aSaver(save: (values: Record<string, unknown>) => Promise<unknown>) {
  const states: DraftState[] = [];
  return { saver: new DraftSaver(save, (state) => states.push(state)), states };
}

test('typing is saved once, when it rests', async () => {
  const save = vi.fn().mockResolvedValue(null);
  const { saver, states } = aSaver(save);
  saver.change({ a: 1 });
  await vi.advanceTimersByTimeAsync(500);
  saver.change({ a: 2 });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(save.mock.calls).toEqual([[{ a: 2 }]]);
  expect(states.at(-1)).toBe('saved');
  expect(saver.isBehind).toBe(false);
});

test('what the platform does not take is tried again', async () => {
  const save = vi.fn().mockRejectedValueOnce(new Error('401')).mockResolvedValue(null);
  const { saver, states } = aSaver(save);
  saver.change({ a: 1 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(states.at(-1)).toBe('failed');
  expect(saver.isBehind).toBe(true);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(save).toHaveBeenCalledTimes(2);
  expect(states.at(-1)).toBe('saved');
});

test('what is typed during a save is saved after it, in order', async () => {
  let finish: () => void = () => undefined;
  const save = vi.fn().mockImplementationOnce(() => new Promise<void>((resolve) => (finish = resolve)));
  save.mockResolvedValue(null);
  const { saver } = aSaver(save);
  saver.change({ a: 1 });
  await vi.advanceTimersByTimeAsync(2_000);
  saver.change({ a: 2 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(save).toHaveBeenCalledTimes(1);
  finish();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(save.mock.calls.map(([values]) => values)).toEqual([{ a: 1 }, { a: 2 }]);
});

test('an answer that was given needs no draft', async () => {
  const save = vi.fn().mockResolvedValue(null);
  const { saver } = aSaver(save);
  saver.change({ a: 1 });
  saver.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(save).not.toHaveBeenCalled();
});
