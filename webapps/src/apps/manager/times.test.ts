import { expect, it } from 'vitest';
import { spanText, timesBy } from './times';

const done = (who: string | undefined, minutes: number, dueMinutes?: number) => ({
  completedBy: who,
  createdAt: '2026-01-01T00:00:00Z',
  endedAt: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString(),
  dueAt: dueMinutes === undefined ? undefined : new Date(Date.UTC(2026, 0, 1, 0, dueMinutes)).toISOString(),
});

it('tells for each person how many, how fast and how punctual', () => {
  const tasks = [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((minutes) => done('ana', minutes)),
    done('ben', 10, 5),
    done('ben', 20, 30),
    done(undefined, 1),
    { completedBy: 'open', createdAt: '2026-01-01T00:00:00Z' },
  ];
  expect(timesBy(tasks, (task) => task.completedBy)).toEqual([
    { name: 'ana', count: 10, median: 300_000, slow: 540_000, inTime: undefined },
    { name: 'ben', count: 2, median: 600_000, slow: 1_200_000, inTime: 0.5 },
  ]);
});

it('says a span in the largest unit that it fills', () => {
  expect(spanText(9_000_000, 'en')).toBe('2.5 hours');
  expect(spanText(86_400_000, 'de')).toBe('1 Tag');
  expect(spanText(400, 'en')).toBe('0 seconds');
});
