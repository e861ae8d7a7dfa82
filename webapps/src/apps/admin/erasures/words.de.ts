import type { en } from './words.en';

export const de: typeof en = {
  none: 'Niemand wurde gelöscht',
  noneText: 'Wenn eine Person es verlangt, können hier die Daten über sie gelöscht werden; ein Bericht sagt, was getan wurde.',
  ask: 'Daten einer Person löschen',
  askText: 'Das Konto, seine Sitzungen und seine Schlüssel enden; in Aufgaben, Verläufen, Kommentaren und im Protokoll steht ein erfundener Name an ihrer Stelle. Das kann nicht rückgängig gemacht werden.',
  erase: 'Endgültig löschen',
  person: 'Benutzername',
  again: 'Benutzername noch einmal',
  name: 'Name, der in Texten gesucht wird',
  nameText: 'Der Name des Kontos, wenn leer.',
  variables: 'Variablen mit persönlichen Daten',
  variablesText: 'Namen, durch Kommas getrennt; sie werden aus den beendeten Ausführungen der Person gelöscht.',
  pseudonym: 'Steht an der Stelle der Person',
  changes: 'Was geändert wurde',
  report: 'Bericht der Löschung {{pseudonym}}',
  area: 'Bereich',
  place: 'Wo',
  count: 'Wie oft',
  kept: 'Was bleibt, und warum',
};
