import { useQuery } from '@tanstack/react-query';
import { api, body } from '../api/client';
import { useSession } from '../session/SessionGate';

const POLL_MS = 15_000;

/** The diagram of a version, which never changes. */
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

/** An execution as it stands now. */
export function useExecution(id: string | null | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'one', id],
    queryFn: () => body(api.GET('/executions/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    refetchInterval: POLL_MS,
  });
}
