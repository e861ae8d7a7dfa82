import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { Page } from '../../../shared/ui/pages';
import { useSession } from '../../../shared/session/SessionGate';

const EVERY_MS = 20_000;

export const COUNTED = ['RUNNING', 'FAILED', 'PAUSED', 'COMPLETED', 'CANCELLED'] as const;
export type Counted = (typeof COUNTED)[number];

/** How many executions are in each state. */
export function useCounts() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'counts'],
    queryFn: async () => {
      const pages = await Promise.all(
        COUNTED.map((status) =>
          body(api.GET('/executions', { params: { query: { status: [status], limit: 1, count: 'true' } } })),
        ),
      );
      return new Map<Counted, string>(COUNTED.map((status, at) => [status, totalOf(pages[at])]));
    },
    refetchInterval: EVERY_MS,
  });
}

/** How many open tasks are late, for those who may see tasks. */
export function useOverdue(enabled: boolean) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['tasks', tenant, 'overdue', 'count'],
    queryFn: async () =>
      totalOf(
        await body(api.GET('/tasks', { params: { query: { view: 'overdue', limit: 1, count: 'true' } } })),
      ),
    refetchInterval: EVERY_MS,
    enabled,
  });
}

export function useBacklog() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['executions', tenant, 'backlog'],
    queryFn: () => body(api.GET('/executions/backlog')),
    refetchInterval: EVERY_MS,
  });
}

/** As a person reads it; counting stops somewhere. */
export function totalOf(page: Page<unknown> | undefined): string {
  return `${page?.total ?? 0}${page?.totalIsExact === false ? '+' : ''}`;
}
