import { addWords } from '../i18n';

addWords({
  en: {
    knowledge: {
      title: 'Knowledge',
      question: 'What do you want to know?',
      ask: 'Ask',
      start: 'Ask a question',
      startText: 'The texts and documents that you may read are searched by words and by meaning.',
      nothing: 'There is no evidence',
      nothingText: 'Nothing that you may read speaks to it. Ask in other words.',
      answer: 'Answer',
      by: { MODEL: 'Written by a language model from the passages below', PASSAGES: 'Passages', NOTHING: '' },
      passages: 'Passages',
      page: 'page {{page}}',
      why: 'Words {{words}}, meaning {{meaning}}, feedback × {{feedback}}',
      helpful: 'Helpful',
      notHelpful: 'Not helpful',
      thanks: 'Thank you; it counts in searches from now on.',
    },
  },
  de: {
    knowledge: {
      title: 'Wissen',
      question: 'Was möchten Sie wissen?',
      ask: 'Fragen',
      start: 'Stellen Sie eine Frage',
      startText:
        'Die Texte und Dokumente, die Sie lesen dürfen, werden nach Wörtern und nach Bedeutung durchsucht.',
      nothing: 'Dafür gibt es keinen Beleg',
      nothingText: 'Nichts, was Sie lesen dürfen, sagt etwas dazu. Fragen Sie mit anderen Worten.',
      answer: 'Antwort',
      by: { MODEL: 'Von einem Sprachmodell aus den Fundstellen unten geschrieben', PASSAGES: 'Fundstellen', NOTHING: '' },
      passages: 'Fundstellen',
      page: 'Seite {{page}}',
      why: 'Wörter {{words}}, Bedeutung {{meaning}}, Rückmeldungen × {{feedback}}',
      helpful: 'Hilfreich',
      notHelpful: 'Nicht hilfreich',
      thanks: 'Danke; das zählt ab jetzt bei der Suche.',
    },
  },
});
