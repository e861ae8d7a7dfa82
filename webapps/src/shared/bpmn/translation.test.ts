import { afterEach, expect, test } from 'vitest';
import { speak } from '../i18n';
import { german } from './german';
import { translate } from './translation';

afterEach(() => speak('en'));

test('an editor speaks the language of the workspace', async () => {
  expect(translate('Append element')).toBe('Append element');
  await speak('de');
  expect(translate('Append element')).toBe('Element anhängen');
});

test('what has no translation stays as it is, and values are put in', async () => {
  await speak('de');
  expect(translate('Frobnicate {element}', { element: 'it' })).toBe('Frobnicate it');
  expect(translate('Must match pattern {pattern}.', { pattern: '[a-z]' })).toBe('Muss zu [a-z] passen.');
});

test('each translation names the values of its text', () => {
  const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [text, said] of Object.entries(german)) {
    expect(names(said), text).toEqual(names(text));
  }
});
