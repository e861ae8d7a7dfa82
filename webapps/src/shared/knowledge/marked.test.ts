import { expect, it } from 'vitest';
import { partsOf } from './marked';

it('the words of the question are marked, whatever the spans are', () => {
  const parts = partsOf('Invoices are paid soon.', [
    { start: 13, end: 17 },
    { start: 0, end: 8 },
    { start: 2, end: 5 },
    { start: 50, end: 60 },
  ]);
  expect(parts.filter((part) => part.isMarked).map((part) => part.text)).toEqual(['Invoices', 'paid']);
  expect(parts.map((part) => part.text).join('')).toBe('Invoices are paid soon.');
});

it('a text without marks is one part', () => {
  expect(partsOf('Nothing', [])).toEqual([{ text: 'Nothing', isMarked: false }]);
  expect(partsOf('', [])).toEqual([]);
});
