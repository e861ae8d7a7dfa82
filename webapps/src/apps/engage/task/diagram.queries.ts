import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import { useSession } from '../../../shared/session/SessionGate';

const POLL_MS = 15_000;

/** A published version with its model; it never changes. */
export function useModel(process: string | null | undefined, version: number | null | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['processes', tenant, 'version', process, version],
    queryFn: () =>
      body(
        api.GET('/processes/{id}/versions/{version}', {
          params: { path: { id: process ?? '', version: version ?? 0 } },
        }),
      ),
    enabled: Boolean(process && version),
    staleTime: Infinity,
  });
}

/** Where the case stands now. */
export function useExecution(id: string | null | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, id, 'standing'],
    queryFn: () => body(api.GET('/executions/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    refetchInterval: POLL_MS,
  });
}
