import { api, body } from '../shared/api/client';
import { ProblemError } from '../shared/api/problem';

export const SHORTEST = 2;
const MOST = 6;
const ID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

/** Something found, with the address that shows it. */
export interface Hit {
  kind: 'task' | 'execution' | 'process';
  title: string;
  text: string;
  to: string;
}

/** A list that can be searched, and who may read it. */
export interface Source {
  kind: Hit['kind'];
  roles: readonly string[];
  find: (q: string) => Promise<Hit[]>;
}

const SOURCES: readonly Source[] = [
  { kind: 'task', roles: ['employee', 'manager'], find: findTasks },
  { kind: 'execution', roles: ['manager', 'admin', 'developer'], find: findExecutions },
  { kind: 'process', roles: ['designer', 'developer', 'admin'], find: findProcesses },
];

/** The lists that the user's roles open. */
export function sourcesFor(roles: ReadonlySet<string>): Source[] {
  return SOURCES.filter((source) => source.roles.some((role) => roles.has(role)));
}

async function findTasks(q: string): Promise<Hit[]> {
  const [page, named] = await Promise.all([
    body(api.GET('/tasks', { params: { query: { q, limit: MOST } } })),
    // The list knows open tasks by their words; an address or a log names any task by its id.
    ID.test(q) ? byId(api.GET('/tasks/{id}', { params: { path: { id: q } } })) : [],
  ]);
  return [...named, ...(page.items ?? [])].map((task) => ({
    kind: 'task',
    title: task.name ?? '',
    text: [task.processName, task.businessKey].filter(Boolean).join(' · '),
    to: `/engage/tasks/${task.id}`,
  }));
}

async function findExecutions(q: string): Promise<Hit[]> {
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

async function findProcesses(q: string): Promise<Hit[]> {
  const [page, named] = await Promise.all([
    body(api.GET('/processes', { params: { query: { q, limit: MOST } } })),
    ID.test(q) ? byId(api.GET('/processes/{id}', { params: { path: { id: q } } })) : [],
  ]);
  return [...named, ...(page.items ?? [])].map((process) => ({
    kind: 'process',
    title: process.name ?? process.key ?? '',
    text: process.key ?? '',
    to: `/designer/processes/${process.id}`,
  }));
}

/** The thing of that id, if there is one: the id may well be another kind's. */
async function byId<T>(answer: Parameters<typeof body<T>>[0]): Promise<NonNullable<T>[]> {
  try {
    return [await body(answer)];
  } catch (problem) {
    if (problem instanceof ProblemError && problem.status === 404) {
      return [];
    }
    throw problem;
  }
}
