import { lazy, type ComponentType } from 'react';
import { BulkJobPage } from '../../shared/bulk/BulkJobPage';
import { BulkPage } from '../../shared/bulk/BulkPage';
import { CalendarPage } from './calendars/CalendarPage';
import { CalendarsPage } from './calendars/CalendarsPage';
import { DashboardPage } from './dashboard/DashboardPage';
import { ErasurePage } from './erasures/ErasurePage';
import { ErasuresPage } from './erasures/ErasuresPage';
import { ExecutionPage } from './executions/ExecutionPage';
import { ExecutionsPage } from './executions/ExecutionsPage';
import { AuditPage } from './audit/AuditPage';
import { IntegrationPage } from './integrations/IntegrationPage';
import { IntegrationsPage } from './integrations/IntegrationsPage';
import { MessagesPage } from './held/MessagesPage';
import { PausesPage } from './held/PausesPage';
import { IncidentsPage } from './incidents/IncidentsPage';
import { ClientsPage } from './people/ClientsPage';
import { GroupPage } from './people/GroupPage';
import { GroupsPage } from './people/GroupsPage';
import { KeysPage } from './people/KeysPage';
import { TenantPage } from './people/TenantPage';
import { TenantsPage } from './people/TenantsPage';
import { UserPage } from './people/UserPage';
import { UsersPage } from './people/UsersPage';
import { PoliciesPage } from './policies/PoliciesPage';
import { ProcessPage } from './processes/ProcessPage';
import { ProcessesPage } from './processes/ProcessesPage';
import { RulePage } from './rules/RulePage';
import { RulesPage } from './rules/RulesPage';
import { ServicesPage } from './services/ServicesPage';
import { SettingsPage } from './settings/SettingsPage';
import { SubscriptionPage } from './subscriptions/SubscriptionPage';
import { SubscriptionsPage } from './subscriptions/SubscriptionsPage';

const CollectionsPage = lazy(() => import('./knowledge/CollectionsPage'));
const CollectionPage = lazy(() => import('./knowledge/CollectionPage'));
const KnowledgePage = lazy(() => import('../../shared/knowledge/KnowledgePage'));
const AgentsPage = lazy(() => import('./agents/AgentsPage'));
const AgentPage = lazy(() => import('./agents/AgentPage'));
const PromptsPage = lazy(() => import('./prompts/PromptsPage'));
const PromptPage = lazy(() => import('./prompts/PromptPage'));
const UsagePage = lazy(() => import('./usage/UsagePage'));
const NotificationPage = lazy(async () => ({ default: (await import('./notifications/NotificationPage')).NotificationPage }));
const NotificationsPage = lazy(async () => ({
  default: (await import('./notifications/NotificationsPage')).NotificationsPage,
}));
const SchedulePage = lazy(async () => ({ default: (await import('./schedules/SchedulePage')).SchedulePage }));
const SchedulesPage = lazy(async () => ({ default: (await import('./schedules/SchedulesPage')).SchedulesPage }));
const McpPage = lazy(() => import('./mcp/McpPage'));
const McpServerPage = lazy(() => import('./mcp/McpServerPage'));
const DocumentsPage = lazy(async () => ({ default: (await import('./documents/DocumentsPage')).DocumentsPage }));
const DocumentPage = lazy(async () => ({ default: (await import('./documents/DocumentPage')).DocumentPage }));
const ReviewsPage = lazy(async () => ({ default: (await import('./documents/ReviewsPage')).ReviewsPage }));

interface Place {
  id: string;
  page: ComponentType;
  /** The page of one of them, under its id. */
  one?: ComponentType;
  /** Who may go there, when not everybody who may enter the app. */
  roles?: string[];
}

interface PlaceGroup {
  id: string;
  places: Place[];
}

const PLACES: PlaceGroup[] = [
  {
    id: 'operate',
    places: [
      { id: 'dashboard', page: DashboardPage },
      { id: 'executions', page: ExecutionsPage, one: ExecutionPage },
      { id: 'incidents', page: IncidentsPage },
      { id: 'bulk', page: BulkPage, one: BulkJobPage },
      { id: 'messages', page: MessagesPage },
      { id: 'pauses', page: PausesPage },
      { id: 'processes', page: ProcessesPage, one: ProcessPage },
      {
        id: 'schedules',
        page: SchedulesPage,
        one: SchedulePage,
        roles: ['admin', 'developer', 'manager', 'designer'],
      },
    ],
  },
  {
    id: 'connect',
    places: [
      { id: 'services', page: ServicesPage, roles: ['admin', 'developer'] },
      { id: 'subscriptions', page: SubscriptionsPage, one: SubscriptionPage, roles: ['admin', 'developer'] },
      { id: 'integrations', page: IntegrationsPage, one: IntegrationPage, roles: ['admin', 'developer'] },
      {
        id: 'notifications',
        page: NotificationsPage,
        one: NotificationPage,
        roles: ['admin', 'developer', 'manager'],
      },
      { id: 'mcp', page: McpPage, one: McpServerPage },
    ],
  },
  {
    id: 'know',
    places: [
      { id: 'knowledge', page: CollectionsPage, one: CollectionPage, roles: ['admin', 'developer'] },
      { id: 'ask', page: KnowledgePage },
      { id: 'documents', page: DocumentsPage, one: DocumentPage },
      { id: 'reviews', page: ReviewsPage },
    ],
  },
  {
    id: 'models',
    places: [
      { id: 'agents', page: AgentsPage, one: AgentPage, roles: ['admin', 'developer', 'manager'] },
      { id: 'prompts', page: PromptsPage, one: PromptPage, roles: ['admin', 'designer', 'developer'] },
      { id: 'usage', page: UsagePage, roles: ['admin', 'manager'] },
    ],
  },
  {
    id: 'people',
    places: [
      { id: 'users', page: UsersPage, one: UserPage, roles: ['admin'] },
      { id: 'groups', page: GroupsPage, one: GroupPage, roles: ['admin'] },
      { id: 'keys', page: KeysPage, roles: ['admin'] },
      { id: 'clients', page: ClientsPage, roles: ['admin'] },
      { id: 'tenants', page: TenantsPage, one: TenantPage, roles: ['admin'] },
    ],
  },
  {
    id: 'govern',
    places: [
      { id: 'rules', page: RulesPage, one: RulePage },
      { id: 'policies', page: PoliciesPage, roles: ['admin'] },
      { id: 'calendars', page: CalendarsPage, one: CalendarPage, roles: ['admin'] },
      { id: 'audit', page: AuditPage, roles: ['admin'] },
      { id: 'erasures', page: ErasuresPage, one: ErasurePage, roles: ['admin'] },
      { id: 'settings', page: SettingsPage, roles: ['admin'] },
    ],
  },
];

export function placesFor(roles: ReadonlySet<string>): PlaceGroup[] {
  return PLACES.map((group) => ({
    ...group,
    places: group.places.filter((place) => !place.roles || place.roles.some((role) => roles.has(role))),
  })).filter((group) => group.places.length > 0);
}
