import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { SubstitutionRequest } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';

const keyOf = (tenant: string) => ['substitutes', tenant];

/** Absences in which one is away or stands in. */
export function useSubstitutions() {
  const { tenant, userId } = useSession();
  return useQuery({
    queryKey: keyOf(tenant),
    queryFn: async () => {
      const lists = await Promise.all(
        [{ person: userId }, { substitute: userId }].map((query) =>
          body(api.GET('/tasks/substitutes', { params: { query: { ...query, limit: 100 } } })),
        ),
      );
      return lists.flatMap((list) => list.items ?? []);
    },
  });
}

export function useNameSubstitute() {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: SubstitutionRequest) => body(api.POST('/tasks/substitutes', { body: request })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}

export function useEndSubstitution() {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => body(api.DELETE('/tasks/substitutes/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(tenant) }),
  });
}
