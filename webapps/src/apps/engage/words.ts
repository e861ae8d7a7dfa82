import { de } from './words.de';
import { en } from './words.en';

/** Engage's words; German has exactly the English keys. */
export const words = { en, de };
