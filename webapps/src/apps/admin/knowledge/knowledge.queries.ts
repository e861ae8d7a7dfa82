import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type { KnowledgeCollection, KnowledgeSource } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const EVERY_MS = 5_000;

export function useCollections() {
  const { tenant } = useSession();
  return usePages<KnowledgeCollection>(['knowledge', tenant, 'collections'], (cursor) =>
    body(api.GET('/knowledge/collections', { params: { query: { cursor, count: 'true' } } })),
  );
}

export function useCollection(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['knowledge', tenant, 'collection', id],
    queryFn: () => versioned(api.GET('/knowledge/collections/{id}', { params: { path: { id } } })),
  });
}

export function useSources(collection: string) {
  const { tenant } = useSession();
  return usePages<KnowledgeSource>(
    ['knowledge', tenant, 'sources', collection],
    (cursor) =>
      body(api.GET('/knowledge/sources', { params: { query: { collection, cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useRefreshKnowledge(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['knowledge', tenant] });
}
