import { useQuery } from '@tanstack/react-query';
import { api, body } from '@shared/api/client';
import { useSession } from '@shared/session/SessionGate';
import { processesKey } from '../processes.queries';
import type { Choice, Supplies, Template } from './templates';

const MOST_RULE_SETS = 30;
const MOST_PROCESSES = 30;
const STALE_MS = 300_000;

/** What elements of a process can use: its forms, published decisions, calendars, and topics in use. */
export function useSupplies(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processesKey(tenant), 'supplies', id],
    queryFn: async (): Promise<Supplies> => {
      const [forms, topics, decisions, calendars] = await Promise.all([formsOf(id), allTopics(), allDecisions(), allCalendars()]);
      return { forms, topics, decisions, calendars };
    },
    staleTime: STALE_MS,
  });
}

const TEMPLATES = [
  '/integrations/connectors/element-templates',
  '/agents/element-templates',
  '/documents/element-templates',
] as const;

/** The platform makes these from what its connectors, agents and workers say of themselves. */
export function useConnectorTemplates() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processesKey(tenant), 'connector-templates'],
    queryFn: async () => (await Promise.all(TEMPLATES.map((path) => body(api.GET(path))))).flat() as unknown as Template[],
    staleTime: STALE_MS,
  });
}

/** A form is referred to by the id in it, which need not be its file's name. */
async function formsOf(id: string): Promise<Choice[]> {
  const { items = [] } = await body(api.GET('/processes/{id}/resources', { params: { path: { id } } }));
  return Promise.all(
    items
      .filter(({ kind }) => kind === 'FORM')
      .map(async ({ name = '' }) => {
        const text = await body(
          api.GET('/processes/{id}/resources/{name}', { params: { path: { id, name } }, parseAs: 'text' }),
        );
        return { name, value: idIn(String(text)) ?? name.replace(/\.form$/, '') };
      }),
  );
}

function idIn(form: string): string | undefined {
  try {
    return (JSON.parse(form) as { id?: string }).id;
  } catch {
    return undefined;
  }
}

/** The topics of the published processes that were changed last. */
async function allTopics(): Promise<string[]> {
  const { items = [] } = await body(
    api.GET('/processes', { params: { query: { status: 'PUBLISHED', limit: MOST_PROCESSES, sort: '-updatedAt' } } }),
  );
  const links = await Promise.all(
    items.map(({ id = '' }) =>
      body(api.GET('/processes/{id}/links', { params: { path: { id }, query: { limit: 200 } } })),
    ),
  );
  const topics = links
    .flatMap(({ items: found = [] }) => found)
    .filter(({ type, dynamic }) => type === 'TOPIC' && !dynamic)
    .map(({ ref = '' }) => ref);
  return [...new Set(topics)].sort();
}

async function allDecisions(): Promise<Choice[]> {
  const { items = [] } = await body(
    api.GET('/rules', { params: { query: { status: 'PUBLISHED', limit: MOST_RULE_SETS } } }),
  );
  const sets = await Promise.all(
    items.map(({ id = '' }) => body(api.GET('/rules/{id}', { params: { path: { id } } }))),
  );
  return sets
    .flatMap(({ decisions = [] }) => decisions)
    .map(({ id = '', name }) => ({ name: name ?? id, value: id }));
}

async function allCalendars(): Promise<Choice[]> {
  const { items = [] } = await body(api.GET('/calendars', { params: { query: { limit: 200 } } }));
  return items.map(({ id = '', name }) => ({ name: name ?? id, value: id }));
}
