import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { TaskBulkRequest } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { tasksKey } from '../tasks.queries';

const POLL_MS = 1_000;

export function useStartBulk() {
  return useMutation({
    mutationFn: (request: TaskBulkRequest) => body(api.POST('/tasks/bulk', { body: request })),
  });
}

/** A bulk job, followed until it ends; the inbox is then read again. */
export function useBulkJob(id: string) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['bulk', tenant, id],
    queryFn: async () => {
      const job = await body(api.GET('/bulk/{id}', { params: { path: { id } } }));
      if (job.status !== 'RUNNING') {
        void queries.invalidateQueries({ queryKey: tasksKey(tenant) });
      }
      return job;
    },
    refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' || !state.data ? POLL_MS : false),
  });
}

/** What was refused and why, or needed nothing. */
export function useBulkRefusals(id: string, isWanted: boolean) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['bulk', tenant, id, 'refusals'],
    queryFn: async () => {
      const lists = await Promise.all(
        (['FAILED', 'SKIPPED'] as const).map((status) =>
          body(api.GET('/bulk/{id}/items', { params: { path: { id }, query: { status, limit: 200 } } })),
        ),
      );
      return lists.flatMap((list) => list.items ?? []);
    },
    enabled: isWanted,
  });
}

export function useUndoBulk() {
  return useMutation({
    mutationFn: (id: string) => body(api.POST('/bulk/{id}/undo', { params: { path: { id } } })),
  });
}
