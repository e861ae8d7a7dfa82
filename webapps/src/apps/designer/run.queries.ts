import { useMutation, useQuery } from '@tanstack/react-query';
import { api, body } from '@shared/api/client';
import type { ExecutionView, StartRequest } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';

const WATCH_MS = 1_500;

export function useStart(processId: string) {
  return useMutation({
    mutationFn: (variables: Record<string, unknown>) =>
      body(
        api.POST('/executions', {
          body: { processId, variables: variables as StartRequest['variables'] },
        }),
      ),
  });
}

const isOver = (execution: ExecutionView | undefined) =>
  execution?.status !== undefined && execution.status !== 'RUNNING' && execution.status !== 'PAUSED';

/** An execution, asked for again until it is over. */
export function useWatched(id: string | null) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, id],
    queryFn: () => body(api.GET('/executions/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id != null,
    refetchInterval: (query) => (isOver(query.state.data) ? false : WATCH_MS),
  });
}
