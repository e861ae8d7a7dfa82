import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { ExecutionView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { readAll } from '../../../shared/ui/pages';

/** So many executions with incidents are looked at to group them. */
export const MOST = 1_000;
const EVERY_MS = 20_000;

/** Executions that something is wrong with. */
export function useBroken() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'incidents'],
    queryFn: () =>
      readAll<ExecutionView>(
        (cursor) =>
          body(
            api.GET('/executions', {
              params: { query: { hasIncident: true, limit: 200, cursor } },
            }),
          ),
        MOST,
      ),
    refetchInterval: EVERY_MS,
  });
}
