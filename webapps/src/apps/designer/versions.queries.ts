import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, body } from '@shared/api/client';
import { useSession } from '@shared/session/SessionGate';
import { processKey } from './draft.queries';
import { useChange } from './processes.queries';

const PAGE = 30;

export function useVersions(id: string) {
  const { tenant } = useSession();
  return useInfiniteQuery({
    queryKey: [...processKey(tenant, id), 'versions'],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/processes/{id}/versions', {
          params: { path: { id }, query: { limit: PAGE, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** One version with its model; null asks for none. */
export function useVersion(id: string, version: number | null) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processKey(tenant, id), 'version', version],
    queryFn: () =>
      body(
        api.GET('/processes/{id}/versions/{version}', {
          params: { path: { id, version: version ?? 0 } },
        }),
      ),
    enabled: version != null,
  });
}

export function useRollback(id: string) {
  return useChange(({ version, changelog }: { version: number; changelog?: string }) =>
    body(
      api.POST('/processes/{id}/versions/{version}/rollback', {
        params: { path: { id, version } },
        body: { changelog },
      }),
    ),
  );
}

export function useDeprecate(id: string) {
  return useChange(({ version, reason }: { version: number; reason?: string }) =>
    body(
      api.POST('/processes/{id}/versions/{version}/deprecate', {
        params: { path: { id, version } },
        body: { reason },
      }),
    ),
  );
}

export function useUndeprecate(id: string) {
  return useChange((version: number) =>
    body(
      api.DELETE('/processes/{id}/versions/{version}/deprecate', { params: { path: { id, version } } }),
    ),
  );
}
