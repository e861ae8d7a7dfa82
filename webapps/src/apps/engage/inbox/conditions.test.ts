import { expect, test } from 'vitest';
import { isComplete, readCondition, signOf, writeCondition, type VariableCondition } from './conditions';

const CONDITIONS: [string, VariableCondition][] = [
  ['amount:gt:1000', { name: 'amount', operator: 'gt', value: '1000' }],
  ['city:like:*Köln*', { name: 'city', operator: 'contains', value: 'Köln' }],
  ['at:lt:2030-01-01T10:00:00Z', { name: 'at', operator: 'lt', value: '2030-01-01T10:00:00Z' }],
];

test.each(CONDITIONS)('%s is written as it is read', (text, condition) => {
  expect(readCondition(text)).toEqual(condition);
  expect(writeCondition(condition)).toBe(text);
});

test('what is no condition is none', () => {
  expect(readCondition('amount')).toBeUndefined();
  expect(readCondition('amount:about:1')).toBeUndefined();
  expect(readCondition(':eq:1')).toBeUndefined();
});

test('a sign is shown where there is one', () => {
  expect(signOf('ne', 'contains')).toBe('≠');
  expect(signOf('contains', 'enthält')).toBe('enthält');
});

test('a condition needs a name, a value, and sizes to compare', () => {
  expect(isComplete({ name: 'vip', operator: 'eq', value: 'true' })).toBe(true);
  expect(isComplete({ name: 'vip', operator: 'gt', value: 'true' })).toBe(false);
  expect(isComplete({ name: ' ', operator: 'eq', value: '1' })).toBe(false);
  expect(isComplete({ name: 'a:b', operator: 'eq', value: '1' })).toBe(false);
  expect(isComplete({ name: 'a', operator: 'eq', value: '' })).toBe(false);
});
