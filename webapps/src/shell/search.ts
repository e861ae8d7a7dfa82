import { api, body } from '../shared/api/client';

export const SHORTEST = 2;
const MOST = 6;

/** Something found, with the address that shows it. */
export interface Hit {
  kind: 'task' | 'execution' | 'process' | 'command';
  title: string;
  text: string;
  to: string;
}

const OPERATORS = ['manager', 'admin', 'developer'];

/** Asks, side by side, each list that the user's roles open. */
export async function findEverywhere(q: string, roles: ReadonlySet<string>): Promise<Hit[]> {
  const may = (...wanted: string[]) => wanted.some((role) => roles.has(role));
  const lists = await Promise.all([
    may('employee', 'manager') ? tasks(q) : [],
    may(...OPERATORS) ? executions(q) : [],
    may('designer', 'developer', 'admin') ? processes(q) : [],
  ]);
  return lists.flat();
}

async function tasks(q: string): Promise<Hit[]> {
  const page = await body(
    api.GET('/tasks', { params: { query: { q, view: 'all', limit: MOST } } }),
  );
  return (page.items ?? []).map((task) => ({
    kind: 'task',
    title: task.name ?? '',
    text: [task.processName, task.businessKey].filter(Boolean).join(' · '),
    to: `/engage/tasks/${task.id}`,
  }));
}

async function executions(q: string): Promise<Hit[]> {
  const page = await body(
    api.GET('/executions', { params: { query: { q, limit: MOST } } }),
  );
  return (page.items ?? []).map((execution) => ({
    kind: 'execution',
    title: execution.businessKey ?? execution.processName ?? '',
    text: [execution.processName, execution.status].filter(Boolean).join(' · '),
    to: `/admin/executions/${execution.id}`,
  }));
}

async function processes(q: string): Promise<Hit[]> {
  const page = await body(api.GET('/processes', { params: { query: { q, limit: MOST } } }));
  return (page.items ?? []).map((process) => ({
    kind: 'process',
    title: process.name ?? process.key ?? '',
    text: process.key ?? '',
    to: `/designer/processes/${process.id}`,
  }));
}
