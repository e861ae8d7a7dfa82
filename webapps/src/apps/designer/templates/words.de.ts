import type { en } from './words.en';

export const de: typeof en = {
  templates: {
    'user-task': 'Benutzeraufgabe für eine Gruppe, mit Formular',
    'user-task-text': 'Jemand aus der Gruppe übernimmt sie und füllt das Formular aus.',
    'four-eyes': 'Zweites Augenpaar',
    'four-eyes-text': 'Niemand macht sie, der eine der anderen Aufgaben gemacht hat.',
    due: 'Benutzeraufgabe mit Frist',
    'due-text': 'Fällig nach Arbeitszeit, die ein Kalender zählt.',
    topic: 'Externe Aufgabe: {{topic}}',
    topicText: 'Ein Worker dieses Topics erledigt sie.',
    decision: 'Entscheiden: {{name}}',
    decisionText: 'Ein veröffentlichtes Regelwerk entscheidet.',
    group: 'Gruppen, die sie machen dürfen',
    form: 'Formular',
    none: 'Keines',
    fourEyes: 'Ids der anderen Aufgaben',
    fourEyesHint: 'Durch Kommas getrennt',
    dueAfter: 'Fällig nach',
    dueHint: 'Eine Dauer, zum Beispiel P2D oder PT4H',
    calendar: 'Kalender',
    result: 'Variable für das Ergebnis',
    mapping: 'Wie das Ergebnis abgelegt wird',
    map: {
      singleEntry: 'Ein Wert',
      singleResult: 'Ein Objekt',
      collectEntries: 'Liste von Werten',
      resultList: 'Liste von Objekten',
    },
  },
};
