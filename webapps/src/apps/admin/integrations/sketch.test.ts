import { expect, test } from 'vitest';
import { objectIn, sketchOf } from './sketch';

test('what a schema requires is there to begin with, and secrets by name', () => {
  const schema = {
    required: ['host', 'port', 'password'],
    properties: { host: {}, port: { default: 22 }, password: { writeOnly: true }, folder: { default: 'in' } },
  };
  expect(JSON.parse(sketchOf(schema))).toEqual({ host: '', port: 22, password: '{{secrets.NAME}}' });
  expect(sketchOf(undefined)).toBe('{}');
});

test('only an object is one', () => {
  expect(objectIn('{"a": 1}')).toEqual({ a: 1 });
  for (const text of ['', '[]', 'null', '1', '{']) {
    expect(objectIn(text)).toBeUndefined();
  }
});
