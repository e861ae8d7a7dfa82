import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '@shared/api/client';
import type { ChangeProcessRequest } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';
import type { DraftStore } from './autosave';
import { processesKey, useChange } from './processes.queries';

export const processKey = (tenant: string, id: string) => [...processesKey(tenant), 'one', id] as const;

const read = (id: string) => versioned(api.GET('/processes/{id}', { params: { path: { id } } }));

/** The process with its draft; never from an earlier visit, whose draft would be a conflict. */
export function useProcess(id: string) {
  const { tenant } = useSession();
  return useQuery({ queryKey: processKey(tenant, id), queryFn: () => read(id), gcTime: 0 });
}

export function draftStore(id: string): DraftStore {
  return {
    async read() {
      const { value, etag } = await read(id);
      return { xml: value.bpmnXml ?? '', etag };
    },
    async write(xml, etag) {
      const written = await versioned(
        api.PUT('/processes/{id}', {
          params: { path: { id }, header: ifMatch(etag) },
          body: { bpmnXml: xml },
        }),
      );
      return written.etag;
    },
  };
}

/** Changes what surrounds the model; saving the model goes on beside it. */
export function useChangeDetails(id: string) {
  return useChange(async (details: Omit<ChangeProcessRequest, 'bpmnXml'>) => {
    const { etag } = await read(id);
    return body(
      api.PUT('/processes/{id}', {
        params: { path: { id }, header: ifMatch(etag) },
        body: details,
      }),
    );
  });
}

/** What is wrong with the saved draft; asked again after each save. */
export function useFindings(id: string, saves: number) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processKey(tenant, id), 'findings', saves],
    queryFn: ({ signal }) => body(api.POST('/processes/{id}/validate', { signal, params: { path: { id } } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    // Saves are counted anew on each visit.
    gcTime: 0,
  });
}

export function usePublish(id: string) {
  return useChange((changelog: string) =>
    body(api.POST('/processes/{id}/publish', { params: { path: { id } }, body: { changelog } })),
  );
}

/** What the draft calls, uses and waits for. */
export function useLinks(id: string, enabled: boolean) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processKey(tenant, id), 'links'],
    queryFn: () =>
      body(api.GET('/processes/{id}/links', { params: { path: { id }, query: { limit: 200 } } })),
    enabled,
    staleTime: 0,
  });
}
