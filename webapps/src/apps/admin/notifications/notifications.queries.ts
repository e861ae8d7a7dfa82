import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { Notification } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const EVERY_MS = 10_000;
export const STATUSES = ['QUEUED', 'SENT', 'DELIVERED', 'FAILED', 'SKIPPED'] as const;
export type Status = (typeof STATUSES)[number];

/** All of the tenant's for administrators, for others what they sent. */
export function useNotifications(status?: Status) {
  const { tenant } = useSession();
  return usePages<Notification>(
    ['notifications', tenant, 'sent', status],
    (cursor) => body(api.GET('/notifications', { params: { query: { status, cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useNotification(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['notifications', tenant, 'one', id],
    queryFn: () => body(api.GET('/notifications/{id}', { params: { path: { id } } })),
    refetchInterval: EVERY_MS,
  });
}
