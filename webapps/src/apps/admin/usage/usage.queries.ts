import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { UsageReport } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';

export type By = NonNullable<UsageReport['by']>;

export function useUsage(by: By, days: number) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['usage', tenant, by, days],
    queryFn: () => {
      const from = new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10);
      return body(api.GET('/agents/usage', { params: { query: { by, from } } }));
    },
  });
}

export function useBudgets() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['usage', tenant, 'budgets'],
    queryFn: () => body(api.GET('/models/budgets')),
  });
}

export function useModelClasses() {
  return useQuery({ queryKey: ['models'], queryFn: () => body(api.GET('/models')) });
}

export function useGuardrails() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['usage', tenant, 'guardrails'],
    queryFn: () => versioned(api.GET('/models/guardrails')),
  });
}

export function useRefreshUsage(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['usage', tenant] });
}
