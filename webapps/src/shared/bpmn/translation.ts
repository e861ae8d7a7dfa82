import { german } from './german';

/**
 * The texts of bpmn.io's editors in the page's language; what is not known stays English. It asks the
 * page, not i18n: importing that here would split it off the code that every page loads first.
 */
export function translate(text: string, values: Record<string, string> = {}): string {
  const said = document.documentElement.lang === 'de' ? (german[text] ?? text) : text;
  return said.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

/** For `additionalModules`. */
export const translation = { translate: ['value', translate] as const };
