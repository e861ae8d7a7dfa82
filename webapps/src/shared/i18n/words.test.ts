import { expect, it } from 'vitest';

type Words = { [key: string]: string | Words };

const modules = import.meta.glob<{ words: { en: Words; de: Words } }>('../../apps/*/words.ts', {
  eager: true,
});

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
  for (const [file, { words }] of Object.entries(modules)) {
    const [en, de] = [leaves(words.en), leaves(words.de)];
    expect([...de.keys()].sort(), file).toEqual([...en.keys()].sort());
    for (const [key, text] of en) {
      expect(placeholders(de.get(key) ?? ''), `${file} ${key}`).toEqual(placeholders(text));
    }
  }
});
