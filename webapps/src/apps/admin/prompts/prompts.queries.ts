import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { PromptRun, PromptTrial, PromptVersion, PromptView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

export function usePrompts(q: string | undefined) {
  const { tenant } = useSession();
  return usePages<PromptView>(['prompts', tenant, 'list', q], (cursor) =>
    body(api.GET('/prompts', { params: { query: { q, cursor, count: 'true' } } })),
  );
}

export function usePrompt(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['prompts', tenant, 'one', id],
    queryFn: () => versioned(api.GET('/prompts/{id}', { params: { path: { id } } })),
  });
}

export function useVersions(id: string) {
  const { tenant } = useSession();
  return usePages<PromptVersion>(['prompts', tenant, 'versions', id], (cursor) =>
    body(api.GET('/prompts/{id}/versions', { params: { path: { id }, query: { cursor, count: 'true' } } })),
  );
}

/** A version never changes, so it is read once. */
export function useVersion(id: string, version: number) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['prompts', tenant, 'version', id, version],
    queryFn: () => body(api.GET('/prompts/{id}/versions/{version}', { params: { path: { id, version } } })),
    staleTime: Infinity,
  });
}

export function useDiff(id: string, from: number, to: number) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['prompts', tenant, 'diff', id, from, to],
    queryFn: () =>
      body(api.GET('/prompts/{id}/versions/{from}/diff/{to}', { params: { path: { id, from, to } } })),
    staleTime: Infinity,
  });
}

export function useTestSets(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['prompts', tenant, 'tests', id],
    queryFn: () => body(api.GET('/prompts/{id}/test-sets', { params: { path: { id } } })),
  });
}

export function useRuns(id: string, set: string) {
  const { tenant } = useSession();
  return usePages<PromptRun>(['prompts', tenant, 'runs', id, set], (cursor) =>
    body(
      api.GET('/prompts/{id}/test-sets/{set}/runs', {
        params: { path: { id, set }, query: { cursor, count: 'true' } },
      }),
    ),
  );
}

export function useTrials(id: string) {
  const { tenant } = useSession();
  return usePages<PromptTrial>(['prompts', tenant, 'trials', id], (cursor) =>
    body(api.GET('/prompts/{id}/trials', { params: { path: { id }, query: { cursor, count: 'true' } } })),
  );
}

export function useRefreshPrompts(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['prompts', tenant] });
}
