import { addWords } from '../i18n';

addWords({
  en: {
    form: {
      broken: 'The form cannot be shown',
      notRead: 'Tell the process’s designer what is wrong with it: {{reason}}',
      loop: 'It reckons with loops that would keep this page busy for too long. Tell the process’s designer.',
      size: 'It has so many fields that this page would no longer answer. Tell the process’s designer.',
    },
  },
  de: {
    form: {
      broken: 'Das Formular kann nicht angezeigt werden',
      notRead: 'Sagen Sie der Prozessgestaltung, was daran nicht stimmt: {{reason}}',
      loop: 'Es rechnet mit Schleifen, die diese Seite zu lange beschäftigen würden. Sagen Sie es der Prozessgestaltung.',
      size: 'Es hat so viele Felder, dass diese Seite nicht mehr antworten würde. Sagen Sie es der Prozessgestaltung.',
    },
  },
});
