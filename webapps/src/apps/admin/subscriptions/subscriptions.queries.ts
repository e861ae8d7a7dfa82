import { useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { EventDelivery, EventSubscription } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const EVERY_MS = 10_000;

export function useSubscriptions() {
  const { tenant } = useSession();
  return usePages<EventSubscription>(
    ['subscriptions', tenant],
    (cursor) => body(api.GET('/subscriptions', { params: { query: { cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useDeliveries(id: string) {
  const { tenant } = useSession();
  return usePages<EventDelivery>(
    ['subscriptions', tenant, id, 'deliveries'],
    (cursor) =>
      body(
        api.GET('/subscriptions/{id}/deliveries', { params: { path: { id }, query: { cursor, count: 'true' } } }),
      ),
    { everyMs: EVERY_MS },
  );
}

export function useRefreshSubscriptions(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['subscriptions', tenant] });
}
