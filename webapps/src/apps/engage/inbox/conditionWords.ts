import { addWords } from '../../../shared/i18n';

addWords({
  en: {
    engage: {
      condition: {
        all: 'Filtered by values',
        about: 'Looks at what tasks and their processes hold. A task without this value is not shown.',
        name: 'Name of the value',
        noColon: 'A name has no colon.',
        operator: 'Comparison',
        eq: 'is',
        ne: 'is not',
        gt: 'is greater than',
        ge: 'is at least',
        lt: 'is less than',
        le: 'is at most',
        contains: 'contains',
        value: 'Compared with',
        help: 'A number, true or false is compared as such. Put text that looks like one in quotes: "007". An asterisk stands for anything in what a text contains.',
        apply: 'Filter',
        remove: 'Remove the filter {{condition}}',
      },
    },
  },
  de: {
    engage: {
      condition: {
        all: 'Nach Werten gefiltert',
        about: 'Betrachtet, was Aufgaben und ihre Prozesse enthalten. Eine Aufgabe ohne diesen Wert wird nicht gezeigt.',
        name: 'Name des Werts',
        noColon: 'Ein Name hat keinen Doppelpunkt.',
        operator: 'Vergleich',
        eq: 'ist',
        ne: 'ist nicht',
        gt: 'ist größer als',
        ge: 'ist mindestens',
        lt: 'ist kleiner als',
        le: 'ist höchstens',
        contains: 'enthält',
        value: 'Verglichen mit',
        help: 'Eine Zahl, true oder false wird als solche verglichen. Setzen Sie Text, der so aussieht, in Anführungszeichen: "007". Ein Stern steht für Beliebiges in dem, was ein Text enthält.',
        apply: 'Filtern',
        remove: 'Filter {{condition}} entfernen',
      },
    },
  },
});
