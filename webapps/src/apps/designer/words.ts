import { addWords } from '@shared/i18n';
import { de } from './words.de';
import { en } from './words.en';

export const words = { en, de };

addWords(words);
