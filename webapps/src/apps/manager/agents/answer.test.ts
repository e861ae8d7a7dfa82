import { describe, expect, it } from 'vitest';
import { answerOf, typedOf } from './answer';

describe('an answer in an agent’s place', () => {
  it('stays a text where the proposal is one, even when it looks like a number', () => {
    expect(answerOf('4711', 'perhaps 4711')).toBe('4711');
  });

  it('is JSON where the proposal is JSON, and nothing when it cannot be read', () => {
    expect(answerOf('{"centre": 4711}', { centre: 1 })).toEqual({ centre: 4711 });
    expect(answerOf('{"centre"', { centre: 1 })).toBeUndefined();
  });

  it('is what it looks like where there is no proposal', () => {
    expect(answerOf('{"a":1}', undefined)).toEqual({ a: 1 });
    expect(answerOf('book it', undefined)).toBe('book it');
    expect(answerOf(' ', undefined)).toBeUndefined();
  });

  it('begins with the proposal', () => {
    expect(typedOf('4711')).toBe('4711');
    expect(answerOf(typedOf({ a: [1] }), { a: [1] })).toEqual({ a: [1] });
  });
});
