import { expect, it } from 'vitest';
import { faultAt } from './faults';
import { ProblemError } from './problem';

const refused = new ProblemError({
  status: 422,
  errors: [
    { pointer: '/name', detail: 'must not be blank' },
    { pointer: '/roles/0', detail: 'there is no such role' },
  ],
});

it('a fault stands at its field, also when it is of a part of it', () => {
  expect(faultAt(refused, '/name')).toBe('must not be blank');
  expect(faultAt(refused, '/roles')).toBe('there is no such role');
  expect(faultAt(refused, '/id')).toBeUndefined();
  expect(faultAt(new Error('boom'), '/id')).toBeUndefined();
});
