import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { MissedRuns, Schedule, SchedulePreviewRequest, ScheduleRun } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const EVERY_MS = 10_000;
export const STATUSES = ['ACTIVE', 'PAUSED', 'ENDED'] as const;
export const RUN_STATUSES = ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED'] as const;
export type Status = (typeof STATUSES)[number];
export type RunStatus = (typeof RUN_STATUSES)[number];

export function useSchedules(status?: Status) {
  const { tenant } = useSession();
  return usePages<Schedule>(
    ['schedules', tenant, 'list', status],
    (cursor) => body(api.GET('/schedules', { params: { query: { status, cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

/** What the platform missed while it was away. */
export function useMissedRuns() {
  const { tenant } = useSession();
  return usePages<MissedRuns>(['schedules', tenant, 'missed'], (cursor) =>
    body(api.GET('/schedules/missed', { params: { query: { cursor, limit: 20 } } })),
  );
}

export function useSchedule(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['schedules', tenant, 'one', id],
    queryFn: () => versioned(api.GET('/schedules/{id}', { params: { path: { id } } })),
  });
}

export function useRuns(id: string, status?: RunStatus) {
  const { tenant } = useSession();
  return usePages<ScheduleRun>(
    ['schedules', tenant, 'runs', id, status],
    (cursor) =>
      body(api.GET('/schedules/{id}/runs', { params: { path: { id }, query: { status, cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useActionTypes() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['schedules', tenant, 'actions'],
    queryFn: () => body(api.GET('/schedules/actions')),
    staleTime: 300_000,
  });
}

/** The next twenty runs of what is typed; the former ones stay until they are there. */
export function usePreview(times: SchedulePreviewRequest | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['schedules', tenant, 'preview', times],
    queryFn: () => body(api.POST('/schedules/preview', { body: times ?? {} })),
    enabled: times !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useRefreshSchedules(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['schedules', tenant] });
}
