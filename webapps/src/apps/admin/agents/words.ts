import { addAppWords } from '../../../shared/i18n';
import { en } from './words.en';

await addAppWords({ admin: { agents: en } }, async () => ({ admin: { agents: (await import('./words.de')).de } }));
