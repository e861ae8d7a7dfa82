import { expect, test } from 'vitest';
import { complete, mentionAt, mentionsIn } from './mentions';

test('a mention stands at a word’s beginning; an address is none', () => {
  expect(mentionsIn('Ask @ana or mail b@c.example').filter((part) => part.isMention)).toEqual([
    { text: '@ana', isMention: true },
  ]);
});

test('the parts are the whole message', () => {
  const message = '@ana <b>look</b> @ben.b!';
  expect(mentionsIn(message).map((part) => part.text).join('')).toBe(message);
});

test('only the word at the caret is completed', () => {
  expect(mentionAt('hi @an and more', 6)).toBe('an');
  expect(mentionAt('hi @an and more', 10)).toBeNull();
  expect(mentionAt('hi @', 4)).toBe('');
  expect(complete('hi @an and more', 6, 'ana')).toEqual({ text: 'hi @ana and more', caret: 8 });
});
