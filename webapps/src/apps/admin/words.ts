import { de as peopleDe } from './people/words.de';
import { en as peopleEn } from './people/words.en';
import { de } from './words.de';
import { en } from './words.en';

export const words = {
  en: { admin: { ...en, people: peopleEn } },
  de: { admin: { ...de, people: peopleDe } },
};
