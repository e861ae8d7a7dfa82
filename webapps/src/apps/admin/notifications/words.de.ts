import type { en } from './words.en';

export const de: typeof en = {
  none: 'Nichts wurde gesendet',
  noneText: 'Jede Mitteilung an jemanden erscheint hier mit ihren Versuchen.',
  subject: 'Betreff',
  noSubject: '(kein Betreff)',
  to: 'An',
  channel: 'Kanal',
  channels: { email: 'E-Mail', sms: 'SMS', push: 'Push', inapp: 'Arbeitsplatz' },
  topic: 'Thema',
  template: 'Vorlage',
  language: 'Sprache',
  at: 'Angenommen',
  next: 'Nächster Versuch',
  status: { QUEUED: 'Wartend', SENT: 'Gesendet', DELIVERED: 'Zugestellt', FAILED: 'Gescheitert', SKIPPED: 'Nicht gesendet' },
  code: {
    refused: 'abgelehnt',
    'given-up': 'aufgegeben',
    'no-address': 'keine Adresse',
    'not-wanted': 'nicht gewünscht',
    'reason-gone': 'der Anlass ist entfallen',
  },
  attempts: 'Versuche',
  noAttempts: 'Sie wurde noch nicht versucht.',
  succeeded: 'Sie ging hinaus.',
};
