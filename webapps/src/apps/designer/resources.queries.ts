import { useQuery } from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '@shared/api/client';
import { useSession } from '@shared/session/SessionGate';
import { processKey } from './draft.queries';
import { useChange } from './processes.queries';

export function useFiles(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processKey(tenant, id), 'files'],
    queryFn: () => body(api.GET('/processes/{id}/resources', { params: { path: { id } } })),
  });
}

/** A file's text as it is now, with the ETag that replacing it needs. */
export function useFile(id: string, name: string) {
  return useQuery({
    queryKey: ['process-file', id, name],
    queryFn: async () => {
      const { value, etag } = await versioned(
        api.GET('/processes/{id}/resources/{name}', { params: { path: { id, name } }, parseAs: 'text' }),
      );
      return { text: String(value), etag };
    },
    gcTime: 0,
    staleTime: Infinity,
  });
}

export interface FileContent {
  name: string;
  text: string;
  etag?: string;
}

export function usePutFile(id: string) {
  return useChange(({ name, text, etag }: FileContent) =>
    body(
      api.PUT('/processes/{id}/resources/{name}', {
        params: { path: { id, name }, header: ifMatch(etag) },
        body: text,
        bodySerializer: (sent) => sent,
        headers: { 'Content-Type': 'application/octet-stream' },
      }),
    ),
  );
}

export function useDeleteFile(id: string) {
  return useChange(async (name: string) => {
    const { etag } = await versioned(
      api.GET('/processes/{id}/resources/{name}', { params: { path: { id, name } }, parseAs: 'text' }),
    );
    return body(
      api.DELETE('/processes/{id}/resources/{name}', { params: { path: { id, name }, header: ifMatch(etag) } }),
    );
  });
}
