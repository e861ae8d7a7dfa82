import { expect, test } from 'vitest';
import { filledIn, guessesOf, untouched, valueAt, withValue } from './suggest';

const provenance = { origin: 'SIMILAR_CASES', text: '8 of 9', sources: [] } as const;
const form = {
  form: {
    components: [
      { type: 'select', key: 'segment', label: 'Segment', values: [{ value: 'key', label: 'Key account' }] },
      { type: 'group', path: 'order', components: [{ type: 'number', key: 'total', label: 'Total' }] },
    ],
  },
  values: { segment: 'key', 'order.total': 12, name: 'Ada' },
  confidence: { segment: 0.8, 'order.total': 0.7, name: 1 },
  provenance: { segment: provenance, 'order.total': provenance, name: provenance },
  suggested: ['segment', 'order.total'],
  paused: [],
};

test('guesses carry the labels that people see', () => {
  expect(guessesOf(form as never).map(({ label, text }) => [label, text])).toEqual([
    ['Segment', 'Key account'],
    ['Total', '12'],
  ]);
});

test('only empty fields are filled in', () => {
  const guesses = guessesOf(form as never);
  expect(filledIn({ segment: 'small', order: { note: 'x' } }, guesses)).toEqual({
    segment: 'small',
    order: { note: 'x', total: 12 },
  });
});

test('a value that was changed is nobody’s guess any more', () => {
  const guesses = guessesOf(form as never);
  expect(untouched({ segment: 'key', order: { total: 13 } }, guesses).map(({ path }) => path)).toEqual(['segment']);
});

test('values stand below names with dots', () => {
  expect(valueAt(withValue({}, 'a.b.c', 1), 'a.b.c')).toBe(1);
  expect(valueAt({ a: null }, 'a.b')).toBeUndefined();
});
