import type { en } from './words.en';

export const de: typeof en = {
  text: 'Womit der Knoten läuft, der geantwortet hat. Geändert wird es in der Konfiguration der Plattform; Geheimnisse werden nie gezeigt.',
  setting: 'Einstellung',
  version: 'Version',
  unreleased: 'keine Veröffentlichung',
  database: 'Datenbank',
  started: 'Gestartet',
  profiles: 'Profile',
  isSet: 'Gesetzt',
  isNotSet: 'Nicht gesetzt',
};
