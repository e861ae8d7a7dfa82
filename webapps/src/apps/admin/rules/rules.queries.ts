import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { RuleSetVersion, RuleSetView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

export const STATUSES = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;

export function useRuleSets(q: string | undefined, status: RuleSetView['status']) {
  const { tenant } = useSession();
  return usePages<RuleSetView>(['rules', tenant, 'list', q, status], (cursor) =>
    body(api.GET('/rules', { params: { query: { q, status, cursor, count: 'true' } } })),
  );
}

export function useRuleSet(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['rules', tenant, 'one', id],
    queryFn: () => body(api.GET('/rules/{id}', { params: { path: { id } } })),
  });
}

export function useVersions(id: string) {
  const { tenant } = useSession();
  return usePages<RuleSetVersion>(['rules', tenant, 'versions', id], (cursor) =>
    body(api.GET('/rules/{id}/versions', { params: { path: { id }, query: { cursor, count: 'true' } } })),
  );
}

/** The model of a version, which never changes; of the draft when there is none. */
export function useVersion(id: string, version: number | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['rules', tenant, 'version', id, version],
    queryFn: () =>
      body(
        api.GET('/rules/{id}/versions/{version}', { params: { path: { id, version: version ?? 0 } } }),
      ),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
}

export function useTests(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['rules', tenant, 'tests', id],
    queryFn: () => body(api.GET('/rules/{id}/tests', { params: { path: { id } } })),
  });
}

export function useAnalysis(id: string, version: number | undefined) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['rules', tenant, 'analysis', id, version],
    queryFn: () => body(api.GET('/rules/{id}/analysis', { params: { path: { id }, query: { version } } })),
  });
}
