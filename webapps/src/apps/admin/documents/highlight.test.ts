import { expect, test } from 'vitest';
import { piecesOf } from './highlight';

test('a page is parted where values begin and end', () => {
  const pieces = piecesOf('Total 90,00 EUR', 100, [
    { name: 'total', start: 106, end: 111 },
    { name: 'currency', start: 112, end: 115 },
    { name: 'elsewhere', start: 10, end: 20 },
  ]);
  expect(pieces).toEqual([
    { text: 'Total ', names: [] },
    { text: '90,00', names: ['total'] },
    { text: ' ', names: [] },
    { text: 'EUR', names: ['currency'] },
  ]);
});

test('values that overlap share a piece, and what is cut off by the page stays in it', () => {
  const pieces = piecesOf('abcdef', 0, [
    { name: 'one', start: 0, end: 4 },
    { name: 'two', start: 2, end: 9 },
  ]);
  expect(pieces.map(({ text, names }) => [text, names.join()])).toEqual([
    ['ab', 'one'],
    ['cd', 'one,two'],
    ['ef', 'two'],
  ]);
});
