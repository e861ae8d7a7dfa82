import { expect, test } from 'vitest';
import { criteriaOf, readParams, writeParams } from './params';
import { readSort, sortBy, thenBy } from './sorting';

test('a column alone takes the place of the order, and turns around', () => {
  expect(sortBy('due', 'priority')).toBe('-priority');
  expect(sortBy('-priority', 'priority')).toBe('priority');
  expect(sortBy('priority', 'priority')).toBe('-priority');
  expect(sortBy('-priority,due', 'due')).toBe('due');
});

test('a column more is added, turned around and taken out', () => {
  expect(thenBy('-priority', 'due')).toBe('-priority,due');
  expect(thenBy('-priority,due', 'due')).toBe('-priority,-due');
  expect(thenBy('-priority,-due', 'due')).toBe('-priority');
  expect(thenBy('-priority,due', 'priority')).toBe('priority,due');
});

test('the last column of an order stays', () => {
  expect(thenBy('-due', 'due')).toBe('-due');
});

test('there are no more columns than the platform takes', () => {
  expect(thenBy('due,-priority,-created,name', 'ended')).toBe('due,-priority,-created,ended');
});

test('the most important column is read first', () => {
  expect(readSort('-priority,due')).toEqual([
    { by: 'priority', isDescending: true },
    { by: 'due', isDescending: false },
  ]);
  expect(readSort('')).toEqual([]);
});

test('the address says the order and the conditions', () => {
  const params = { view: 'group' as const, sort: 'priority,due', variable: ['amount:gt:1', 'city:like:*a&b*'] };
  expect(readParams(new URLSearchParams(writeParams(params)))).toEqual(params);
});

test('up is up for priorities, too', () => {
  expect(criteriaOf({ view: 'mine', sort: 'due,priority' }, false).sort).toBe('due,priority:asc');
  expect(criteriaOf({ view: 'mine', sort: '-priority,due' }, false).sort).toBe('-priority,due');
  expect(criteriaOf({ view: 'completed' }, false).sort).toBe('-ended');
  expect(criteriaOf({ filter: 'f' }, false).sort).toBeUndefined();
});
