import { addAppWords } from '@shared/i18n';
import * as documents from './documents/words.en';
import * as rules from './rules/words.en';
import * as templates from './templates/words.en';
import { en } from './words.en';

await addAppWords({ ...en, ...documents.en, ...rules.en, ...templates.en }, async () => {
  const parts = await Promise.all([
    import('./words.de'),
    import('./documents/words.de'),
    import('./rules/words.de'),
    import('./templates/words.de'),
  ]);
  return Object.assign({}, ...parts.map((part) => part.de)) as object;
});
