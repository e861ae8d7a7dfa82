import { de } from './words.de';
import { en } from './words.en';

export const words = { en: { manager: en }, de: { manager: de } };
