import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { ConnectorView, IntegrationView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

export function useIntegrations() {
  const { tenant } = useSession();
  return usePages<IntegrationView>(['integrations', tenant, 'list'], (cursor) =>
    body(api.GET('/integrations', { params: { query: { cursor, count: 'true' } } })),
  );
}

export function useIntegration(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['integrations', tenant, 'one', id],
    queryFn: () => versioned(api.GET('/integrations/{id}', { params: { path: { id } } })),
  });
}

/** What the platform can be connected to; words stand in the name, the description or the verb. */
export function useConnectors(q: string | undefined) {
  return usePages<ConnectorView>(['integrations', 'connectors', q], (cursor) =>
    body(api.GET('/integrations/connectors', { params: { query: { q, cursor, count: 'true' } } })),
  );
}

export function useRefreshIntegrations(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['integrations', tenant] });
}
