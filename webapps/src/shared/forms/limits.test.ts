import { expect, test } from 'vitest';
import { excessOf } from './limits';

const form = (...components: unknown[]) => ({ type: 'default', components });

test('usual forms are drawn, also with small loops and broken fields', () => {
  expect(excessOf(form({ type: 'textfield', key: 'a' }, null, 'x'))).toBeUndefined();
  expect(excessOf(form({ type: 'text', text: '= sum(for i in 1..12 return i)' }))).toBeUndefined();
  expect(excessOf({ type: 'default' })).toBeUndefined();
});

test('loops that go round for ever are seen, one alone and one in the other, at any depth', () => {
  expect(excessOf(form({ type: 'text', text: '= for i in 1..1000000000 return i' }))).toBe('loop');
  const nested = { type: 'expression', expression: '= for i in 1..3000 return count(for j in 1..10000 return j)' };
  expect(excessOf(form({ type: 'group', components: [nested] }))).toBe('loop');
});

test('a form of too many fields is seen', () => {
  expect(excessOf(form({ type: 'dynamiclist', defaultRepetitions: 100_000 }))).toBe('size');
  expect(excessOf(form(...Array.from({ length: 1_001 }, (_, at) => ({ key: `f${at}` }))))).toBe('size');
});
