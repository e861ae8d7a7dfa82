import type { en } from './words.en';

export const de: typeof en = {
  folders: {
    top: 'Alle Prozesse',
    trail: 'Ordner',
    folder: 'Ordner',
    hint: 'Namen durch / getrennt, zum Beispiel Finanzen/Rechnungen. Ein neuer Name legt einen neuen Ordner an; leer ist ganz oben.',
    move: '{{name}} in einen Ordner verschieben',
    doMove: 'Verschieben',
    moved: '{{name}} liegt in {{folder}}',
    everywhere: 'In allen Ordnern gefunden',
    empty: 'Dieser Ordner ist leer',
    emptyText: 'Ein Ordner verschwindet mit dem letzten Prozess, der aus ihm verschoben wird.',
  },
};
