import { expect, it } from 'vitest';

type Words = { [key: string]: string | Words };

const english = import.meta.glob<{ en: Words }>('../../apps/**/words.en.ts', { eager: true });
const german = import.meta.glob<{ de: Words }>('../../apps/**/words.de.ts', { eager: true });

function leaves(words: Words, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();
}

it('every app says everything in both languages, with the same values in it', () => {
  for (const [file, words] of Object.entries(english)) {
    const [en, de] = [leaves(words.en), leaves(german[file.replace('.en.', '.de.')]?.de ?? {})];
    expect([...de.keys()].sort(), file).toEqual([...en.keys()].sort());
    for (const [key, text] of en) {
      expect(placeholders(de.get(key) ?? ''), `${file} ${key}`).toEqual(placeholders(text));
    }
  }
});
