import { expect, it } from 'vitest';
import { totalOf } from './dashboard.queries';

it('a count that stopped says that there are more', () => {
  expect(totalOf({ total: 12 })).toBe('12');
  expect(totalOf({ total: 10_000, totalIsExact: false })).toBe('10000+');
  expect(totalOf(undefined)).toBe('0');
});
