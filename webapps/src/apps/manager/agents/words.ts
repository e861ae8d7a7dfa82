import { addAppWords } from '../../../shared/i18n';
import { en } from './words.en';

await addAppWords({ manager: { agents: en } }, async () => ({ manager: { agents: (await import('./words.de')).de } }));
