import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '../../shared/api/client';
import type { TaskView } from '../../shared/api/schema';
import { useSession } from '../../shared/session/SessionGate';
import { readAll, usePages } from '../../shared/ui/pages';

const QUEUE_MS = 20_000;
const BOARD_MS = 60_000;
const BOARD_MOST = 2_000;
const DONE_MOST = 1_000;

interface Wanted {
  view: 'escalated' | 'overdue' | 'all';
  assignee?: string;
  sort?: string;
}

export function useTasks(wanted: Wanted) {
  const { tenant } = useSession();
  return usePages<TaskView>(
    ['tasks', tenant, 'managed', wanted],
    (cursor) => body(api.GET('/tasks', { params: { query: { ...wanted, cursor, count: 'true' } } })),
    { everyMs: QUEUE_MS },
  );
}

/** All open tasks, as far as a board can show them. */
export function useOpenTasks() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['tasks', tenant, 'board'],
    queryFn: () =>
      readAll<TaskView>(
        (cursor) =>
          body(api.GET('/tasks', { params: { query: { view: 'all', limit: 200, cursor } } })),
        BOARD_MOST,
      ),
    refetchInterval: BOARD_MS,
  });
}

/** The tasks that were completed last, as many as a statistic needs. */
export function useDoneTasks() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['tasks', tenant, 'done'],
    queryFn: () =>
      readAll<TaskView>(
        (cursor) =>
          body(
            api.GET('/tasks', {
              params: { query: { view: 'all', status: 'COMPLETED', sort: 'ended:desc', limit: 200, cursor } },
            }),
          ),
        DONE_MOST,
      ),
    staleTime: BOARD_MS,
  });
}

export function useTask(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['tasks', tenant, 'one', id],
    queryFn: () => versioned(api.GET('/tasks/{id}', { params: { path: { id } } })),
    refetchInterval: QUEUE_MS,
  });
}

export function useComments(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['tasks', tenant, 'comments', id],
    queryFn: () =>
      body(api.GET('/tasks/{id}/comments', { params: { path: { id }, query: { limit: 100 } } })),
  });
}

export function useRefreshTasks(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['tasks', tenant] });
}

/** What a manager decides about a task; each can be taken back by deciding what was before. */
export type Decision =
  | { assignee: string | null }
  | { dueAt: string | null }
  | { priority: number };

/** The opposite of a decision, as the task stands before it. */
export function opposite(decision: Decision, before: TaskView): Decision {
  if ('assignee' in decision) {
    return { assignee: before.assignee ?? null };
  }
  if ('dueAt' in decision) {
    return { dueAt: before.dueAt ?? null };
  }
  return { priority: before.priority ?? 50 };
}

/** Carries a decision out, unless somebody changed the task since it was read. */
export async function decide(
  id: string,
  decision: Decision,
  etag: string | undefined,
): Promise<string | undefined> {
  const params = { path: { id }, header: ifMatch(etag) };
  const answer =
    'assignee' in decision
      ? api.PUT('/tasks/{id}/assign', { params, body: { assignee: decision.assignee ?? undefined } })
      : 'dueAt' in decision
        ? api.PUT('/tasks/{id}/due', { params, body: { dueAt: decision.dueAt ?? undefined } })
        : api.PUT('/tasks/{id}/priority', { params, body: decision });
  return (await versioned<TaskView>(answer)).etag;
}

export async function comment(id: string, message: string): Promise<void> {
  await body(api.POST('/tasks/{id}/comments', { params: { path: { id } }, body: { message } }));
}
