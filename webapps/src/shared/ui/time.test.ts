import { describe, expect, it } from 'vitest';
import { relative } from './time';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('relative', () => {
  it.each([
    ['2026-03-01T15:10:00Z', 'in 3 hours'],
    ['2026-02-27T11:00:00Z', '2 days ago'],
    ['2026-03-01T12:00:59Z', 'now'],
    ['2026-03-01T12:01:00Z', 'in 1 minute'],
    ['2027-04-01T12:00:00Z', 'next year'],
  ])('says %s as %s', (instant, words) => {
    expect(relative(instant, 'en', NOW)).toBe(words);
  });

  it('speaks German', () => {
    expect(relative('2026-03-01T11:00:00Z', 'de', NOW)).toBe('vor 1 Stunde');
  });
});
