import { expect, test } from 'vitest';
import { columnsOf } from './columns';

const sum = (costUsd: number, tokens: number) => ({
  calls: 1,
  cached: 0,
  failed: 0,
  inputTokens: tokens,
  outputTokens: 0,
  costUsd,
  averageMs: 1,
});

test('days without a call have an empty column', () => {
  const report = {
    from: '2026-02-27',
    to: '2026-03-01',
    total: sum(3, 0),
    groups: [
      { key: '2026-02-27', sum: sum(1, 0) },
      { key: '2026-03-01', sum: sum(2, 0) },
    ],
  };
  expect(columnsOf(report as never, 'DAY')).toEqual({
    isMoney: true,
    bars: [
      { key: '2026-02-27', value: 1, percent: 50 },
      { key: '2026-02-28', value: 0, percent: 0 },
      { key: '2026-03-01', value: 2, percent: 100 },
    ],
  });
});

test('where nothing is known of cost, tokens count', () => {
  const report = { total: sum(0, 10), groups: [{ key: 'a', sum: sum(0, 10) }] };
  expect(columnsOf(report as never, 'AGENT')).toEqual({
    isMoney: false,
    bars: [{ key: 'a', value: 10, percent: 100 }],
  });
});
