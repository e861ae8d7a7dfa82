import { useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { ParkedMessage, WorkPause } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const EVERY_MS = 20_000;

export function usePauses() {
  const { tenant } = useSession();
  return usePages<WorkPause>(
    ['executions', tenant, 'pauses'],
    (cursor) => body(api.GET('/executions/pauses', { params: { query: { cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useParked(name: string | undefined) {
  const { tenant } = useSession();
  return usePages<ParkedMessage>(
    ['executions', tenant, 'parked', name],
    (cursor) =>
      body(
        api.GET('/executions/messages/parked', { params: { query: { name, cursor, count: 'true' } } }),
      ),
    { everyMs: EVERY_MS },
  );
}

export function useRefreshHeld(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['executions', tenant] });
}
