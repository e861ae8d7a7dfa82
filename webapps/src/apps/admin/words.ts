import { de as dashboardDe } from './dashboard/words.de';
import { en as dashboardEn } from './dashboard/words.en';
import { de as erasuresDe } from './erasures/words.de';
import { en as erasuresEn } from './erasures/words.en';
import { de as heldDe } from './held/words.de';
import { en as heldEn } from './held/words.en';
import { de as peopleDe } from './people/words.de';
import { en as peopleEn } from './people/words.en';
import { de as policiesDe } from './policies/words.de';
import { en as policiesEn } from './policies/words.en';
import { de as rulesDe } from './rules/words.de';
import { en as rulesEn } from './rules/words.en';
import { de } from './words.de';
import { en } from './words.en';

export const words = {
  en: { admin: { ...en, dashboard: dashboardEn, erasures: erasuresEn, held: heldEn, people: peopleEn, policies: policiesEn, rules: rulesEn } },
  de: { admin: { ...de, dashboard: dashboardDe, erasures: erasuresDe, held: heldDe, people: peopleDe, policies: policiesDe, rules: rulesDe } },
};
