import type { en } from './words.en';

export const de: typeof en = {
  documents: {
    opening: 'Der Editor wird geöffnet…',
    broken: {
      dmn: 'Das Entscheidungsmodell kann nicht gezeichnet werden',
      form: 'Das Formular kann nicht gezeichnet werden',
    },
    brokenText: 'Die Datei bleibt, wie sie ist, und kann als Text bearbeitet werden. {{reason}}',
    noProperties: 'Eigenschaften haben das Diagramm und seine Elemente. Öffnen Sie das Diagramm und wählen Sie eines.',
    views: 'Diagramm und Tabellen',
    diagram: 'Diagramm',
    preview: 'Vorschau',
    values: 'Was es senden würde',
    download: 'Herunterladen',
    backToProcess: 'Zurück zum Prozess',
  },
};
