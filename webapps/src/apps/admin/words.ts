import { de } from './words.de';
import { en } from './words.en';

export const words = { en: { admin: en }, de: { admin: de } };
