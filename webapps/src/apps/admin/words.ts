import { addAppWords } from '../../shared/i18n';
import { en as calendars } from './calendars/words.en';
import { en as dashboard } from './dashboard/words.en';
import { en as documents } from './documents/words.en';
import { en as erasures } from './erasures/words.en';
import { en as held } from './held/words.en';
import { en as integrations } from './integrations/words.en';
import { en as knowledge } from './knowledge/words.en';
import { en as notifications } from './notifications/words.en';
import { en as mcp } from './mcp/words.en';
import { en as people } from './people/words.en';
import { en as policies } from './policies/words.en';
import { en as prompts } from './prompts/words.en';
import { en as rules } from './rules/words.en';
import { en as schedules } from './schedules/words.en';
import { en as services } from './services/words.en';
import { en as settings } from './settings/words.en';
import { en as subscriptions } from './subscriptions/words.en';
import { en as usage } from './usage/words.en';
import { en } from './words.en';

const english = {
  admin: {
    ...en,
    calendars,
    dashboard,
    documents,
    erasures,
    held,
    integrations,
    knowledge,
    notifications,
    mcp,
    people,
    policies,
    prompts,
    rules,
    schedules,
    services,
    settings,
    subscriptions,
    usage,
  },
};

await addAppWords(english, async () => (await import('./german')).german);
