import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { TaskAttachment } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { tasksKey } from '../tasks.queries';

const POLL_MS = 20_000;
type Part = 'comments' | 'attachments' | 'audit';

function useKey(id: string, part: Part) {
  return [...tasksKey(useSession().tenant), 'notes', id, part];
}

export function useComments(id: string) {
  return useQuery({
    queryKey: useKey(id, 'comments'),
    queryFn: async () =>
      (await body(api.GET('/tasks/{id}/comments', { params: { path: { id }, query: { limit: 200 } } }))).items ?? [],
    refetchInterval: POLL_MS,
  });
}

export function useAddComment(id: string) {
  const queries = useQueryClient();
  const queryKey = useKey(id, 'comments');
  return useMutation({
    mutationFn: (message: string) => body(api.POST('/tasks/{id}/comments', { params: { path: { id } }, body: { message } })),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
}

export function useAttachments(id: string) {
  return useQuery({
    queryKey: useKey(id, 'attachments'),
    queryFn: async () =>
      (await body(api.GET('/tasks/{id}/attachments', { params: { path: { id }, query: { limit: 200 } } }))).items ?? [],
  });
}

export function useUpload(id: string) {
  const queries = useQueryClient();
  const queryKey = useKey(id, 'attachments');
  return useMutation({
    mutationFn: (file: File) =>
      body(
        api.POST('/tasks/{id}/attachments', {
          params: { path: { id } },
          // The contract's type for a file's content is a string.
          body: { file: file as unknown as string },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', file, file.name);
            return form;
          },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}

export function useRemoveAttachment(id: string) {
  const queries = useQueryClient();
  const queryKey = useKey(id, 'attachments');
  return useMutation({
    mutationFn: (attachmentId: string) =>
      body(api.DELETE('/tasks/{id}/attachments/{attachmentId}', { params: { path: { id, attachmentId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
}

/** The content of a file, read with the session: a plain link would have none. */
export async function readAttachment(id: string, attachment: TaskAttachment): Promise<Blob> {
  const content = await body(
    api.GET('/tasks/{id}/attachments/{attachmentId}', {
      params: { path: { id, attachmentId: attachment.id ?? '' } },
      parseAs: 'blob',
    }),
  );
  return content;
}

/** Who changed what, page by page, the latest first as far as it is read. */
export function useTrail(id: string) {
  return useInfiniteQuery({
    queryKey: useKey(id, 'audit'),
    queryFn: ({ pageParam }) =>
      body(api.GET('/tasks/{id}/audit', { params: { path: { id }, query: { limit: 100, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
