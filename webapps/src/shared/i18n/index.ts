import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de';
import { en } from './en';

const KEY = 'flowmaster.language';
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

function preferred(): Language {
  const wanted = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

void i18next.use(initReactI18next).init({
  lng: preferred(),
  fallbackLng: 'en',
  resources: { en: { translation: en }, de: { translation: de } },
  interpolation: { escapeValue: false },
  returnNull: false,
});
document.documentElement.lang = i18next.language;

/** Adds words of shared parts, in both languages; called when their code is loaded. */
export function addWords(words: Record<Language, object>): void {
  for (const language of LANGUAGES) {
    add(language, words[language]);
  }
}

type Loading = () => Promise<object>;

/** The apps' German, which only comes to those who read it. */
const german: Loading[] = [];

/** Adds an app's own words; it is shown when they are there. English stands in for what is missing. */
export async function addAppWords(en: object, de: Loading): Promise<void> {
  add('en', en);
  german.push(de);
  if (i18next.language === 'de') {
    add('de', await de());
  }
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  if (language === 'de') {
    for (const words of await Promise.all(german.map((load) => load()))) {
      add('de', words);
    }
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

function add(language: Language, words: object): void {
  i18next.addResourceBundle(language, 'translation', words, true, true);
}

export { i18next };
