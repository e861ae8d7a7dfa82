import { expect, test } from 'vitest';
import { usualTenant } from './tenant';

test('one works where one may do the most, not in what comes first by name', () => {
  expect(usualTenant({ acme: { roles: ['admin'] }, demo: { roles: ['admin', 'designer'] } })).toBe('demo');
});

test('of equals, the first by name', () => {
  expect(usualTenant({ b: { roles: ['employee'] }, a: { roles: ['manager'] } })).toBe('a');
});

test('nobody’s tenant is none', () => {
  expect(usualTenant({})).toBe('');
});
