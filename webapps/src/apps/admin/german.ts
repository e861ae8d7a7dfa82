import { de as calendars } from './calendars/words.de';
import { de as dashboard } from './dashboard/words.de';
import { de as documents } from './documents/words.de';
import { de as erasures } from './erasures/words.de';
import { de as held } from './held/words.de';
import { de as integrations } from './integrations/words.de';
import { de as knowledge } from './knowledge/words.de';
import { de as notifications } from './notifications/words.de';
import { de as mcp } from './mcp/words.de';
import { de as people } from './people/words.de';
import { de as policies } from './policies/words.de';
import { de as prompts } from './prompts/words.de';
import { de as rules } from './rules/words.de';
import { de as schedules } from './schedules/words.de';
import { de as services } from './services/words.de';
import { de as settings } from './settings/words.de';
import { de as subscriptions } from './subscriptions/words.de';
import { de as usage } from './usage/words.de';
import { de } from './words.de';

export const german = {
  admin: {
    ...de,
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
