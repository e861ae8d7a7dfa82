import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { BusinessCalendar } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

export function useCalendars() {
  const { tenant } = useSession();
  return usePages<BusinessCalendar>(['calendars', tenant, 'list'], (cursor) =>
    body(api.GET('/calendars', { params: { query: { cursor, count: 'true' } } })),
  );
}

export function useCalendar(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['calendars', tenant, 'one', id],
    queryFn: () => versioned(api.GET('/calendars/{id}', { params: { path: { id } } })),
  });
}

export interface Trial {
  duration: string;
  from: string | undefined;
}

/** When so much working time has passed, by the calendar as it is saved. */
export function useTrial(id: string, trial: Trial | null, revision: string | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['calendars', tenant, 'after', id, trial, revision],
    queryFn: () =>
      body(
        api.GET('/calendars/{id}/after', {
          params: { path: { id }, query: { duration: trial?.duration ?? '', from: trial?.from } },
        }),
      ),
    enabled: trial !== null,
    staleTime: 0,
    retry: false,
  });
}

export function useRefreshCalendars(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['calendars', tenant] });
}
