import type { UsageReport } from '../../../shared/api/schema';

export interface Columns {
  /** Whether they are as high as what was paid, else as the tokens. */
  isMoney: boolean;
  bars: { key: string; value: number; percent: number }[];
}

const MOST = 120;

/** Columns by cost where any is known, else by tokens; days without a call have an empty one. */
export function columnsOf(report: UsageReport, by: string): Columns {
  const groups = report.groups ?? [];
  const isMoney = (report.total?.costUsd ?? 0) > 0;
  const values = new Map(
    groups.map(({ key = '', sum }) => [
      key,
      isMoney ? (sum?.costUsd ?? 0) : (sum?.inputTokens ?? 0) + (sum?.outputTokens ?? 0),
    ]),
  );
  const keys = by === 'DAY' ? daysFrom(report.from, report.to) : [...values.keys()];
  const shown = keys.slice(by === 'DAY' ? -MOST : 0).slice(0, MOST);
  const highest = Math.max(...shown.map((key) => values.get(key) ?? 0), Number.MIN_VALUE);
  return {
    isMoney,
    bars: shown.map((key) => {
      const value = values.get(key) ?? 0;
      return { key, value, percent: Math.round((value / highest) * 100) };
    }),
  };
}

function daysFrom(from = '', to = ''): string[] {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
