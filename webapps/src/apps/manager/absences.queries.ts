import { useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../shared/api/client';
import type { Substitution } from '../../shared/api/schema';
import { useSession } from '../../shared/session/SessionGate';
import { usePages } from '../../shared/ui/pages';

export function useAbsences() {
  const { tenant } = useSession();
  return usePages<Substitution>(['substitutes', tenant], (cursor) =>
    body(api.GET('/tasks/substitutes', { params: { query: { cursor } } })),
  );
}

export function useRefreshAbsences(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['substitutes', tenant] });
}

export interface NewAbsence {
  person: string;
  substitute: string;
  from: string;
  until: string;
}

export async function addAbsence(absence: NewAbsence & { processKeys?: string[] }): Promise<void> {
  await body(api.POST('/tasks/substitutes', { body: absence }));
}

export async function dropAbsence(id: string): Promise<void> {
  await body(api.DELETE('/tasks/substitutes/{id}', { params: { path: { id } } }));
}
