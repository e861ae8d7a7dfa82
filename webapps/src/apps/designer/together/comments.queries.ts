import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@shared/api/client';
import type { ProcessComment } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';
import { readAll } from '@shared/ui/pages';

const REFRESH_MS = 20_000;
const PAGE = 200;
const MOST = 2_000;

const commentsKey = (tenant: string, id: string) => ['process-comments', tenant, id] as const;

/** All comments on the process, oldest first; others' are seen soon. */
export function useComments(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: commentsKey(tenant, id),
    queryFn: ({ signal }) => all(id, signal),
    refetchInterval: REFRESH_MS,
  });
}

async function all(id: string, signal: AbortSignal): Promise<ProcessComment[]> {
  const load = (cursor: string | undefined) => {
    const query = { limit: PAGE, cursor };
    return body(api.GET('/processes/{id}/comments', { signal, params: { path: { id }, query } }));
  };
  return (await readAll<ProcessComment>(load, MOST)).items;
}

export function useWriteComment(id: string) {
  return useChange(id, (comment: { element: string; message: string }) =>
    body(api.POST('/processes/{id}/comments', { params: { path: { id } }, body: comment })),
  );
}

export function useSettleComment(id: string) {
  return useChange(id, ({ id: comment, resolvedAt }: ProcessComment) => {
    const params = { path: { id, comment: comment ?? '' } };
    return body(
      resolvedAt
        ? api.PUT('/processes/{id}/comments/{comment}/reopen', { params })
        : api.PUT('/processes/{id}/comments/{comment}/resolve', { params }),
    );
  });
}

export function useDeleteComment(id: string) {
  return useChange(id, ({ id: comment }: ProcessComment) =>
    body(api.DELETE('/processes/{id}/comments/{comment}', { params: { path: { id, comment: comment ?? '' } } })),
  );
}

function useChange<I, O>(id: string, change: (input: I) => Promise<O>) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: commentsKey(tenant, id) }),
  });
}
