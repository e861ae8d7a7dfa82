import { expect, it } from 'vitest';
import { variablesOf } from './variables';

it('takes numbers, truth values and JSON as such, and all else as text', () => {
  const lines = ['900', 'true', '{"a":[1]}', 'Ana', '"900"', ''].map((value, at) => ({ name: ` v${at} `, value }));
  expect(variablesOf([...lines, { name: ' ', value: 'lost' }])).toEqual({
    v0: 900,
    v1: true,
    v2: { a: [1] },
    v3: 'Ana',
    v4: '900',
    v5: '',
  });
});
