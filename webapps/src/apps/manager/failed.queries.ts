import { api, body } from '../../shared/api/client';
import type { ExecutionView } from '../../shared/api/schema';
import { useSession } from '../../shared/session/SessionGate';
import { usePages } from '../../shared/ui/pages';

const EVERY_MS = 20_000;

export function useFailed() {
  const { tenant } = useSession();
  return usePages<ExecutionView>(
    ['executions', tenant, 'failed'],
    (cursor) =>
      body(
        api.GET('/executions', { params: { query: { hasIncident: true, cursor, count: 'true' } } }),
      ),
    { everyMs: EVERY_MS },
  );
}
