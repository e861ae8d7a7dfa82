import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../../shared/api/client';
import type { DocumentView, ExtractionReview } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

const SOON_MS = 2_000;
const EVERY_MS = 10_000;
const MOST_PAGES = 200;

/** A document that is being read is looked at again soon. */
export function isUnderWay({ status }: DocumentView): boolean {
  return status === 'RECEIVED' || status === 'PROCESSING';
}

export function useDocuments(everyMs = EVERY_MS) {
  const { tenant } = useSession();
  return usePages<DocumentView>(
    ['documents', tenant],
    (cursor) => body(api.GET('/documents', { params: { query: { cursor, count: 'true' } } })),
    { everyMs },
  );
}

export function useDocument(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['documents', tenant, id],
    queryFn: () => body(api.GET('/documents/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? SOON_MS : false),
  });
}

export function useDocumentText(id: string, isRead: boolean) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['documents', tenant, id, 'text'],
    queryFn: async () =>
      (await body(api.GET('/documents/{id}/text', { params: { path: { id }, query: { limit: MOST_PAGES } } }))).items ?? [],
    enabled: isRead,
  });
}

export function useExtraction(id: string, isRead: boolean) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['documents', tenant, id, 'extraction'],
    queryFn: () => body(api.POST('/documents/{id}/extract', { params: { path: { id } }, body: {} })),
    enabled: isRead,
    staleTime: Infinity,
  });
}

export function useFound(question: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['documents', tenant, 'search', question],
    queryFn: async () =>
      (await body(api.GET('/documents/search', { params: { query: { q: question, limit: 20 } } }))).items ?? [],
    enabled: question !== '',
  });
}

export function useReviews() {
  const { tenant } = useSession();
  return usePages<ExtractionReview>(
    ['documents', tenant, 'reviews'],
    (cursor) => body(api.GET('/documents/reviews', { params: { query: { cursor, status: 'OPEN' } } })),
    { everyMs: EVERY_MS },
  );
}

export function useUploadDocument() {
  const refresh = useRefreshDocuments();
  return useMutation({
    mutationFn: (file: File) =>
      body(
        api.POST('/documents/upload', {
          // The contract's type for a file's content is a string.
          body: { file: file as unknown as string },
          bodySerializer: () => {
            const form = new FormData();
            form.append('file', file, file.name);
            return form;
          },
        }),
      ),
    onSettled: refresh,
  });
}

export function useRefreshDocuments(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['documents', tenant] });
}
