import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { ProcessView, VersionView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const MOST_NAMES = 200;

/** Names to choose from. */
export function useProcessNames() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['processes', tenant, 'names'],
    queryFn: async () => {
      const query = { limit: MOST_NAMES, status: 'PUBLISHED' as const };
      return (await body(api.GET('/processes', { params: { query } }))).items ?? [];
    },
    staleTime: 60_000,
  });
}

export function useProcesses(q: string | undefined) {
  const { tenant } = useSession();
  return usePages<ProcessView>(['processes', tenant, 'list', q], (cursor) =>
    body(api.GET('/processes', { params: { query: { q, cursor, count: 'true' } } })),
  );
}

export function useVersions(id: string) {
  const { tenant } = useSession();
  return usePages<VersionView>(['processes', tenant, 'versions', id], (cursor) =>
    body(api.GET('/processes/{id}/versions', { params: { path: { id }, query: { cursor } } })),
  );
}

export function useProcess(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['processes', tenant, 'one', id],
    queryFn: () => body(api.GET('/processes/{id}', { params: { path: { id } } })),
  });
}
