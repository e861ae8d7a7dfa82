import { expect, test } from 'vitest';
import { valuesIn } from './values';

test('variables are a JSON object and nothing else', () => {
  expect(valuesIn('{"a": 1}')).toEqual({ a: 1 });
  expect(valuesIn('[1]')).toBeUndefined();
  expect(valuesIn('null')).toBeUndefined();
  expect(valuesIn('{"a"')).toBeUndefined();
});
