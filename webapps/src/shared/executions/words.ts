import { addWords } from '../i18n';

addWords({
  en: {
    executionWork: {
      status: {
        RUNNING: 'Running',
        PAUSED: 'Paused',
        COMPLETED: 'Completed',
        CANCELLED: 'Cancelled',
        FAILED: 'Failed',
      },
      outcome: {
        PASSED: 'Passed',
        FAILED_AGAIN: 'Failed again',
        RUNNING: 'Not known yet',
        GONE: 'Gone meanwhile',
      },
      retry: {
        name: 'Retry',
        title: 'Retry what failed',
        text_one: 'The failed work gets one more try at once, and you see here whether it passed.',
        text_other:
          'Each of {{count}} failed pieces of work gets one more try at once, and you see here which passed.',
        waiting: 'Waiting for what comes of it',
        nothing: 'Nothing had failed any more.',
      },
    },
  },
  de: {
    executionWork: {
      status: {
        RUNNING: 'Läuft',
        PAUSED: 'Angehalten',
        COMPLETED: 'Abgeschlossen',
        CANCELLED: 'Abgebrochen',
        FAILED: 'Fehlgeschlagen',
      },
      outcome: {
        PASSED: 'Gelungen',
        FAILED_AGAIN: 'Erneut fehlgeschlagen',
        RUNNING: 'Noch nicht bekannt',
        GONE: 'Inzwischen weg',
      },
      retry: {
        name: 'Erneut versuchen',
        title: 'Fehlgeschlagenes erneut versuchen',
        text_one: 'Die fehlgeschlagene Arbeit wird sofort noch einmal versucht; hier sehen Sie, ob es gelang.',
        text_other:
          'Alle {{count}} fehlgeschlagenen Arbeiten werden sofort noch einmal versucht; hier sehen Sie, welche gelangen.',
        waiting: 'Das Ergebnis wird abgewartet',
        nothing: 'Es war nichts mehr fehlgeschlagen.',
      },
    },
  },
});
