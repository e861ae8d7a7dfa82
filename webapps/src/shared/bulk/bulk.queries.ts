import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../api/client';
import type { BulkItem, BulkJob } from '../api/schema';
import { useSession } from '../session/SessionGate';
import { usePages } from '../ui/pages';

const RUNNING_MS = 1_000;
const LIST_MS = 5_000;

export function useBulkJobs() {
  const { tenant } = useSession();
  return usePages<BulkJob>(
    ['bulk', tenant, 'list'],
    (cursor) => body(api.GET('/bulk', { params: { query: { cursor } } })),
    { everyMs: LIST_MS },
  );
}

/** A job, followed closely while it runs. */
export function useBulkJob(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['bulk', tenant, 'one', id],
    queryFn: () => body(api.GET('/bulk/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.status === 'RUNNING' ? RUNNING_MS : false),
  });
}

export type ItemStatus = NonNullable<BulkItem['status']>;

/** What came of each; read anew as the job goes on, which `progress` tells. */
export function useBulkItems(id: string, status: ItemStatus | undefined, progress: number) {
  const { tenant } = useSession();
  return usePages<BulkItem>(['bulk', tenant, 'items', id, status, progress], (cursor) =>
    body(api.GET('/bulk/{id}/items', { params: { path: { id }, query: { status, cursor } } })),
  );
}

export function useRefreshBulk(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['bulk', tenant] });
}
