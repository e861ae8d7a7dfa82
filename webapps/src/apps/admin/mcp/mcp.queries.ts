import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { ToolSummary, UpstreamServer } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const EVERY_MS = 15_000;

export function useTools() {
  const { tenant } = useSession();
  return usePages<ToolSummary>(['mcp', tenant, 'tools'], (cursor) =>
    body(api.GET('/mcp/tools', { params: { query: { cursor, count: 'true' } } })),
  );
}

export function useServers() {
  const { tenant } = useSession();
  return usePages<UpstreamServer>(
    ['mcp', tenant, 'servers'],
    (cursor) => body(api.GET('/mcp/servers', { params: { query: { cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useServer(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['mcp', tenant, 'servers', id],
    queryFn: () => versioned(api.GET('/mcp/servers/{id}', { params: { path: { id } } })),
  });
}

export function useRefreshMcp(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['mcp', tenant] });
}
