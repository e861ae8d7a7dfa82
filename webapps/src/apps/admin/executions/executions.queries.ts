import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { ExecutionView, HistoryEvent } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { readAll, usePages } from '../../../shared/ui/pages';
import type { ExecutionFilter } from './filter';

const LIST_MS = 20_000;
const HISTORY_MOST = 1_000;

/** The executions that fit, as far as they were read. */
export function useExecutions(filter: ExecutionFilter, sort: 'startedAt:asc' | 'startedAt:desc') {
  const { tenant } = useSession();
  return usePages<ExecutionView>(
    ['executions', tenant, 'list', filter, sort],
    (cursor) =>
      body(api.GET('/executions', { params: { query: { ...filter, sort, cursor, count: 'true' } } })),
    { everyMs: LIST_MS },
  );
}

/** Those that this execution called. */
export function useCalled(parentId: string) {
  const { tenant } = useSession();
  return usePages<ExecutionView>(['executions', tenant, 'called', parentId], (cursor) =>
    body(api.GET('/executions', { params: { query: { parentId, cursor } } })),
  );
}

export function useVariables(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'variables', id],
    queryFn: async () =>
      (await body(api.GET('/executions/{id}/variables', { params: { path: { id } } }))) as Record<
        string,
        unknown
      >,
  });
}

/** What happened, oldest first, up to a limit that keeps the page quick. */
export function useHistory(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'history', id],
    queryFn: () =>
      readAll<HistoryEvent>(
        (cursor) =>
          body(
            api.GET('/executions/{id}/history', {
              params: { path: { id }, query: { limit: 200, cursor } },
            }),
          ),
        HISTORY_MOST,
      ),
  });
}

export function useTrace(id: string, incidentId: string | null) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'trace', id, incidentId],
    queryFn: () =>
      body(
        api.GET('/executions/{id}/incidents/{incidentId}/trace', {
          params: { path: { id, incidentId: incidentId ?? '' } },
        }),
      ),
    enabled: incidentId !== null,
  });
}
