import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { AgentExampleView, AgentVersionView, AgentView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const WATCHED_MS = 5_000;

export function useAgents(q: string | undefined) {
  const { tenant } = useSession();
  return usePages<AgentView>(['agents', tenant, 'list', q], (cursor) =>
    body(api.GET('/agents', { params: { query: { q, cursor, count: 'true' } } })),
  );
}

export function useAgent(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['agents', tenant, 'one', id],
    queryFn: () => versioned(api.GET('/agents/{id}', { params: { path: { id } } })),
  });
}

export function useVersions(id: string) {
  const { tenant } = useSession();
  return usePages<AgentVersionView>(['agents', tenant, 'versions', id], (cursor) =>
    body(api.GET('/agents/{id}/versions', { params: { path: { id }, query: { cursor } } })),
  );
}

export function usePerformance(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['agents', tenant, 'performance', id],
    queryFn: () => body(api.GET('/agents/{id}/performance', { params: { path: { id } } })),
  });
}

/** Asked again and again, since a correction is tried in the background. */
export function useLessons(id: string) {
  const { tenant } = useSession();
  return usePages<AgentExampleView>(
    ['agents', tenant, 'examples', id],
    (cursor) => body(api.GET('/agents/{id}/examples', { params: { path: { id }, query: { cursor } } })),
    { everyMs: WATCHED_MS },
  );
}

export function useRefreshAgents(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['agents', tenant] });
}
