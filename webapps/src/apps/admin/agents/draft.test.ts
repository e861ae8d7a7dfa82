import { describe, expect, it } from 'vitest';
import { draftOf, limitsOf, requestOf } from './draft';

describe('an agent as it is typed', () => {
  const draft = { ...draftOf(), name: 'Clerk', role: 'Clerk', instructions: 'Do.', manager: 'manager' };

  it('is sent with a line for each tool and limit', () => {
    expect(requestOf({ ...draft, tools: ' a \n\nb', limits: 'Much | output.amount > 5 or a || b' })).toMatchObject({
      tools: ['a', 'b'],
      limits: [{ name: 'Much', condition: 'output.amount > 5 or a || b' }],
      confidenceThreshold: 0.7,
      mode: 'ACTIVE',
    });
  });

  it('is not sent while something is missing or unreadable', () => {
    expect(requestOf({ ...draft, manager: ' ' })).toBeUndefined();
    expect(requestOf({ ...draft, threshold: '7' })).toBeUndefined();
    expect(limitsOf('no bar')).toBeUndefined();
  });

  it('comes back as it was', () => {
    const typed = { ...draft, limits: 'Much | x > 1', tools: 'a\nb', shadow: true };
    expect(draftOf(requestOf(typed))).toEqual(typed);
  });
});
