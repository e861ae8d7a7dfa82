import { expect, test } from 'vitest';
import { faultOf, valuesOf, type TypedVariable } from './variables';

const row = (name: string, type: TypedVariable['type'], value: string): TypedVariable => ({ name, type, value });

test('each type becomes its own kind of value', () => {
  expect(valuesOf([row('a', 'text', '01'), row('b', 'number', '1,5'), row('c', 'boolean', 'true')])).toEqual({
    a: '01',
    b: 1.5,
    c: true,
  });
});

test('a name must be one that expressions can say, and stand once', () => {
  expect(faultOf(row('my name', 'text', ''), [])).toBe('name');
  expect(faultOf(row('', 'text', ''), [])).toBe('name');
  const twice = [row('a', 'text', ''), row('a', 'text', '')];
  expect(faultOf(twice[0]!, twice)).toBe('twice');
  expect(faultOf(row('größe', 'text', ''), [])).toBeUndefined();
});

test('a number must be one', () => {
  expect(faultOf(row('n', 'number', '1e3x'), [])).toBe('number');
  expect(faultOf(row('n', 'number', ''), [])).toBe('number');
  expect(faultOf(row('n', 'number', '-3'), [])).toBeUndefined();
});
