import { expect, test } from 'vitest';
import { placeFaults } from './faults';

const fields = [
  { id: 'F1', key: 'amount' },
  { id: 'F2', key: 'address.city' },
  { id: 'F3', key: 'items' },
  { id: 'F4' },
];

test('a fault stands on the field that its pointer names', () => {
  const { errors, rest } = placeFaults([{ pointer: '/variables/amount', detail: 'Too much.' }], fields);
  expect(errors).toEqual({ F1: ['Too much.'] });
  expect(rest).toEqual([]);
});

test('several faults of one field are all shown', () => {
  const { errors } = placeFaults(
    [
      { pointer: '/variables/amount', detail: 'Too much.' },
      { pointer: '/variables/amount', detail: 'Not whole.' },
    ],
    fields,
  );
  expect(errors.F1).toEqual(['Too much.', 'Not whole.']);
});

test('nested members and lists are found', () => {
  const { errors } = placeFaults(
    [
      { pointer: '/variables/address/city', detail: 'Unknown.' },
      { pointer: '/variables/items/0', detail: 'Empty.' },
    ],
    fields,
  );
  expect(errors).toEqual({ F2: ['Unknown.'], F3: ['Empty.'] });
});

test('what belongs to no field is given back', () => {
  const { errors, rest } = placeFaults([{ pointer: '/outcome', detail: 'Unknown outcome.' }], fields);
  expect(errors).toEqual({});
  expect(rest).toHaveLength(1);
});
