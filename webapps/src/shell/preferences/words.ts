import { addWords } from '../../shared/i18n';

addWords({
  en: {
    preferences: {
      title: 'Notifications',
      save: 'Save',
      topics: 'What you are told, and how',
      what: 'What',
      inapp: 'Here',
      email: 'E-mail',
      topic: {
        task_assigned: 'A task is assigned to me',
        task_escalated: 'A task is escalated to me',
        task_mentioned: 'I am mentioned in a comment',
        task_overdue: 'A task of mine is overdue',
        agent_escalated: 'An agent needs my decision',
      },
      locale: 'Language of messages',
      quietFrom: 'Quiet from',
      quietTo: 'until',
      quietText: 'In the quiet hours nothing is sent but what you see here; it follows afterwards.',
      timezone: 'Time zone',
      phone: 'Telephone for text messages',
      saved: 'Your wishes are saved',
    },
  },
  de: {
    preferences: {
      title: 'Benachrichtigungen',
      save: 'Speichern',
      topics: 'Was du erfährst, und wie',
      what: 'Was',
      inapp: 'Hier',
      email: 'E-Mail',
      topic: {
        task_assigned: 'Eine Aufgabe wird mir zugewiesen',
        task_escalated: 'Eine Aufgabe wird an mich eskaliert',
        task_mentioned: 'Ich werde in einem Kommentar erwähnt',
        task_overdue: 'Eine meiner Aufgaben ist überfällig',
        agent_escalated: 'Ein Agent braucht meine Entscheidung',
      },
      locale: 'Sprache der Nachrichten',
      quietFrom: 'Ruhe von',
      quietTo: 'bis',
      quietText: 'In den Ruhezeiten wird nur gesendet, was du hier siehst; der Rest folgt danach.',
      timezone: 'Zeitzone',
      phone: 'Telefon für Kurznachrichten',
      saved: 'Deine Wünsche sind gespeichert',
    },
  },
});
