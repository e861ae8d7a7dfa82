import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { PolicyVersion } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

/** What is in force and what is drafted, with the tag that a change must name. */
export function usePolicy() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['policies', tenant, 'now'],
    queryFn: () => versioned(api.GET('/policies')),
  });
}

export function usePolicyVersions() {
  const { tenant } = useSession();
  return usePages<PolicyVersion>(['policies', tenant, 'versions'], (cursor) =>
    body(api.GET('/policies/versions', { params: { query: { cursor, count: 'true' } } })),
  );
}

export function useRefreshPolicies(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['policies', tenant] });
}
