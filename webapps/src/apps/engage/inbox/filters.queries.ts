import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { SavedFilterRequest } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';

const keyOf = (tenant: string) => ['task-filters', tenant];

/** One's own saved filters and those that are shared with one's groups. */
export function useSavedFilters() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: keyOf(tenant),
    queryFn: async () => (await body(api.GET('/tasks/filters', { params: { query: { limit: 200 } } }))).items ?? [],
    staleTime: 60_000,
  });
}

/** The saved filter that the list stands under. */
export function useCurrentFilter(id: string | undefined) {
  return useSavedFilters().data?.find((filter) => filter.id === id);
}

export function useSaveFilter() {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (filter: SavedFilterRequest) => body(api.POST('/tasks/filters', { body: filter })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}

export function useDeleteFilter() {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.DELETE('/tasks/filters/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}
