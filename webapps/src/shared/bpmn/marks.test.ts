import { describe, expect, it } from 'vitest';
import { heatLevel, marked } from './marks';

describe('heat', () => {
  it('is hottest where most passed, and never cold where somebody passed', () => {
    expect(heatLevel(1_000, 1_000)).toBe(4);
    expect(heatLevel(1, 1_000)).toBe(1);
    expect(heatLevel(0, 1_000)).toBe(0);
  });

  it('keeps the middle visible beside a long loop', () => {
    expect(heatLevel(30, 1_000)).toBe(2);
  });
});

describe('the diagram as text', () => {
  it('begins with what is broken and leaves out what is empty', () => {
    const list = marked(
      { tokens: { a: 2, b: 1, c: 0 }, incidents: { b: 1 } },
      (id) => ({ a: 'Approve', b: 'Pay' })[id] ?? id,
    );
    expect(list.map(({ name, tokens, incidents }) => [name, tokens, incidents])).toEqual([
      ['Pay', 1, 1],
      ['Approve', 2, 0],
    ]);
  });
});
