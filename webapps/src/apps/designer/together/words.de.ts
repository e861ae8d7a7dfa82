import type { en } from './words.en';

export const de: typeof en = {
  together: {
    comment: 'Kommentieren',
    commentOn: 'Kommentar zu {{name}}',
    sendKey: 'Strg+Eingabe schickt ihn ab',
    whole: 'dem ganzen Prozess',
    gone: '{{id}} (nicht mehr im Modell)',
    withSettled: 'Auch erledigte zeigen',
    none: 'Keine offenen Kommentare',
    noneText: 'Wählen Sie ein Element und sagen Sie, was anders sein sollte.',
    settledBy: 'erledigt von {{who}}',
    resolve: 'Erledigen',
    reopen: 'Wieder öffnen',
    delete: 'Löschen',
    badge_one: '{{count}} offener Kommentar zu {{name}}',
    badge_other: '{{count}} offene Kommentare zu {{name}}',
    present: 'Wer es noch geöffnet hat',
    alsoOpen: '{{name}} hat es auch geöffnet',
  },
};
