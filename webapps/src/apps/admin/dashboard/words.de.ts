import type { en } from './words.en';

export const de: typeof en = {
  counts: 'Ausführungen nach Zustand',
  overdue: 'Überfällige Aufgaben',
  causes: 'Störungen nach Ursache',
  allCauses_one: 'Ansehen und erneut versuchen',
  allCauses_other: 'Alle {{count}} Ursachen ansehen und erneut versuchen',
  backlog: 'Arbeit, die wartet',
  noWorker: 'Rückstau, kein Worker',
  noWorkerText: 'Arbeit wartet und niemand nimmt sie: {{topics}}. Starten Sie einen Worker dafür, oder halten Sie sie unter Pausen zurück.',
  cut: 'Gezeigt sind die ersten 200 Themen.',
  noTopics: 'Keine externen Aufgaben warten.',
  topics: 'Externe Aufgaben nach Thema',
  topic: 'Thema',
  waiting: 'Wartend',
  working: 'Bei einem Worker',
  workers: 'Worker',
  failed: 'Fehlgeschlagen',
  held: 'Zurückgehalten',
  oldest: 'Älteste',
  jobs: {
    due: 'Fällige Aufträge',
    later: 'Spätere Aufträge',
    failed: 'Fehlgeschlagene Aufträge',
    held: 'Zurückgehaltene Aufträge',
    oldest: 'Ältester fälliger',
  },
};
