import { useQuery } from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '@shared/api/client';
import { useSession } from '@shared/session/SessionGate';
import type { DraftStore } from './autosave';
import { processKey } from './draft.queries';
import { useChange } from './processes.queries';

export function useFiles(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processKey(tenant, id), 'files'],
    queryFn: () => body(api.GET('/processes/{id}/resources', { params: { path: { id } } })),
  });
}

async function read(id: string, name: string) {
  const { value, etag } = await versioned(
    api.GET('/processes/{id}/resources/{name}', { params: { path: { id, name } }, parseAs: 'text' }),
  );
  return { text: String(value), etag };
}

/** A file's text as it is now, with the ETag that replacing it needs. */
export function useFile(id: string, name: string) {
  return useQuery({
    queryKey: ['process-file', id, name],
    queryFn: () => read(id, name),
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** One file of a draft, for saving it while it is drawn. */
export function fileStore(id: string, name: string): DraftStore {
  return {
    async read() {
      const { text, etag } = await read(id, name);
      return { xml: text, etag };
    },
    write: async (text, etag) => (await versioned(put(id, { name, text, etag }))).etag,
  };
}

export interface FileContent {
  name: string;
  text: string;
  etag?: string;
}

function put(id: string, { name, text, etag }: FileContent) {
  return api.PUT('/processes/{id}/resources/{name}', {
    params: { path: { id, name }, header: ifMatch(etag) },
    body: text,
    bodySerializer: (sent) => sent,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
}

export function usePutFile(id: string) {
  return useChange((file: FileContent) => body(put(id, file)));
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
