import { addAppWords } from '@shared/i18n';
import * as documents from './documents/words.en';
import * as folders from './folders/words.en';
import * as rules from './rules/words.en';
import * as templates from './templates/words.en';
import * as together from './together/words.en';
import { en } from './words.en';

await addAppWords({ ...en, ...documents.en, ...folders.en, ...rules.en, ...templates.en, ...together.en }, async () => {
  const parts = await Promise.all([
    import('./words.de'),
    import('./documents/words.de'),
    import('./folders/words.de'),
    import('./rules/words.de'),
    import('./templates/words.de'),
    import('./together/words.de'),
  ]);
  return Object.assign({}, ...parts.map((part) => part.de)) as object;
});
