import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '../../../shared/api/client';
import type { AnswerRequest, TaskDetails, TaskView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { dropTask, patchTask, tasksKey } from '../tasks.queries';

const POLL_MS = 15_000;

/** A task as it was read, with the ETag that a change sends back. */
export interface ReadTask {
  value: TaskDetails;
  etag: string | undefined;
}

export const detailKey = (tenant: string, id: string) => [...tasksKey(tenant), 'detail', id];

export function readTask(id: string): Promise<ReadTask> {
  return versioned(api.GET('/tasks/{id}', { params: { path: { id } } }));
}

/** One task, looked at again and again so that others' changes are seen. */
export function useTask(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: detailKey(tenant, id),
    queryFn: () => readTask(id),
    refetchInterval: POLL_MS,
    staleTime: 0,
  });
}

export function saveDraft(id: string, variables: Record<string, unknown>): Promise<unknown> {
  return body(api.PUT('/tasks/{id}/draft', { params: { path: { id } }, body: { variables } }));
}

/** Answers the task; it then leaves the inbox. */
export function useRespond(id: string) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ answer, etag }: { answer: AnswerRequest; etag: string | undefined }) =>
      body(api.PUT('/tasks/{id}/respond', { params: { path: { id }, header: ifMatch(etag) }, body: answer })),
    onSuccess: () => dropTask(queries, tenant, id),
  });
}

/** Gives a delegated task back to its owner. */
export function useResolve(id: string) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ answer, etag }: { answer: AnswerRequest; etag: string | undefined }) =>
      body(api.PUT('/tasks/{id}/resolve', { params: { path: { id }, header: ifMatch(etag) }, body: answer })),
    onSuccess: () => dropTask(queries, tenant, id),
  });
}

/** Whatever else changes a task; the lists and the page then show what it became. */
export function useChangeTask(id: string) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: TaskChange) => changeTask(id, change),
    onSuccess: async (task) => {
      patchTask(queries, tenant, task);
      await queries.invalidateQueries({ queryKey: detailKey(tenant, id) });
    },
  });
}

export type TaskChange =
  | { kind: 'assign'; assignee: string | null }
  | { kind: 'delegate'; to: string }
  | { kind: 'escalate'; reason: string; to?: string }
  | { kind: 'due'; at: string | null }
  | { kind: 'followUp'; at: string | null }
  | { kind: 'priority'; priority: number };

function changeTask(id: string, change: TaskChange): Promise<TaskView> {
  const params = { path: { id } };
  switch (change.kind) {
    // Null clears, though the contract's types know only a word's absence.
    case 'assign':
      return body(api.PUT('/tasks/{id}/assign', { params, body: { assignee: change.assignee as string } }));
    case 'delegate':
      return body(api.PUT('/tasks/{id}/delegate', { params, body: { to: change.to } }));
    case 'escalate':
      return body(api.PUT('/tasks/{id}/escalate', { params, body: { reason: change.reason, to: change.to } }));
    case 'due':
      return body(api.PUT('/tasks/{id}/due', { params, body: { dueAt: change.at as string } }));
    case 'followUp':
      return body(api.PUT('/tasks/{id}/follow-up', { params, body: { followUpAt: change.at as string } }));
    case 'priority':
      return body(api.PUT('/tasks/{id}/priority', { params, body: { priority: change.priority } }));
  }
}

/** What happened in the case so far. */
export function useHistory(executionId: string | null | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, executionId, 'history'],
    queryFn: async () =>
      (await body(
        api.GET('/executions/{id}/history', {
          params: { path: { id: executionId ?? '' }, query: { limit: 200 } },
        }),
      )).items ?? [],
    enabled: Boolean(executionId),
  });
}

/** Other cases with the same business key. */
export function useRelated(businessKey: string | null | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'related', businessKey],
    queryFn: async () =>
      (await body(
        api.GET('/executions', { params: { query: { businessKey: businessKey ?? '', limit: 10 } } }),
      )).items ?? [],
    enabled: Boolean(businessKey),
  });
}
