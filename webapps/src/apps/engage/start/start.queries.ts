import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { StartRequest } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { tasksKey } from '../tasks.queries';

/** Starts a process; its first task may be one's own, so the inbox is asked again. */
export function useStart() {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: StartRequest; key: string }) =>
      body(api.POST('/executions', { params: { header: { 'Idempotency-Key': key } }, body: request })),
    onSuccess: () => queries.invalidateQueries({ queryKey: tasksKey(tenant) }),
  });
}
