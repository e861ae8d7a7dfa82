import { expect, it } from 'vitest';
import { causesOf } from './groups';

const failed = (id: string, message: string, activityId = 'a') => ({
  id,
  businessKey: id.toUpperCase(),
  incidents: [{ id: `i-${id}`, activityId, processKey: 'p', message, since: `2026-01-0${id.length}T00:00:00Z` }],
});

it('the same fault at the same place is one cause, whatever numbers it names', () => {
  const causes = causesOf([
    failed('aa', 'No order 17'),
    failed('b', 'No order 4711'),
    failed('c', 'No order 17', 'elsewhere'),
    failed('d', 'Something else'),
  ]);

  expect(causes).toHaveLength(3);
  expect(causes[0]).toMatchObject({
    message: 'No order 17',
    since: '2026-01-01T00:00:00Z',
    executions: [
      { id: 'aa', name: 'AA' },
      { id: 'b', name: 'B' },
    ],
  });
});

it('an execution with two incidents of one cause is retried once', () => {
  const one = failed('x', 'Boom');
  const [cause] = causesOf([{ ...one, incidents: [...one.incidents, ...one.incidents] }]);
  expect(cause).toMatchObject({ incidents: 2, executions: [{ id: 'x' }] });
});
