import { addWords } from '@shared/i18n';
import * as documentsDe from './documents/words.de';
import * as documentsEn from './documents/words.en';
import * as rulesDe from './rules/words.de';
import * as rulesEn from './rules/words.en';
import * as templatesDe from './templates/words.de';
import * as templatesEn from './templates/words.en';
import { de } from './words.de';
import { en } from './words.en';

export const words = {
  en: { ...en, ...documentsEn.en, ...rulesEn.en, ...templatesEn.en },
  de: { ...de, ...documentsDe.de, ...rulesDe.de, ...templatesDe.de },
};

addWords(words);
