import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { AgentEscalationView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

export const STATUSES = ['OPEN', 'GUIDED', 'OVERRIDDEN', 'REJECTED'] as const;
export type Status = (typeof STATUSES)[number];

const WATCHED_MS = 10_000;

export function useEscalations(status: Status | undefined) {
  const { tenant } = useSession();
  return usePages<AgentEscalationView>(
    ['agent-escalations', tenant, 'list', status],
    (cursor) => body(api.GET('/agents/escalations', { params: { query: { status, cursor, count: 'true' } } })),
    { everyMs: WATCHED_MS },
  );
}

export function useEscalation(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['agent-escalations', tenant, 'one', id],
    queryFn: () => body(api.GET('/agents/escalations/{id}', { params: { path: { id } } })),
  });
}

export function useTrace(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['agent-escalations', tenant, 'trace', id],
    queryFn: () => body(api.GET('/agents/escalations/{id}/trace', { params: { path: { id } } })),
  });
}

export function useRefreshEscalations(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['agent-escalations', tenant] });
}
