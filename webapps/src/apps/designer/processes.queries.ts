import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '@shared/api/client';
import type { ProcessView } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';

export type ProcessStatus = NonNullable<ProcessView['status']>;

export interface ProcessFilter {
  q: string;
  tag: string;
  status: ProcessStatus | '';
  folder: string;
  sort: string;
}

const PAGE = 50;
const REFRESH_MS = 30_000;

/** Whether something is looked for: then it is found in all folders. */
export const isSearch = ({ q, tag }: ProcessFilter) => q !== '' || tag !== '';

export const processesKey = (tenant: string) => ['processes', tenant] as const;

export function useProcesses(filter: ProcessFilter) {
  const { tenant } = useSession();
  return useInfiniteQuery({
    queryKey: [...processesKey(tenant), 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET('/processes', {
          signal,
          params: {
            query: {
              q: filter.q || undefined,
              tag: filter.tag || undefined,
              status: filter.status || undefined,
              folder: isSearch(filter) ? undefined : filter.folder,
              sort: filter.sort,
              limit: PAGE,
              cursor: pageParam,
              count: pageParam ? undefined : 'true',
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

export function useCreateProcess() {
  return useChange((content: { name: string; description?: string; tags: string[]; folder: string }) =>
    body(api.POST('/processes', { body: content })),
  );
}

export interface Import {
  file: File;
  replace: boolean;
  /** Where a new process is to lie. */
  folder: string;
}

export function useImportProcess() {
  return useChange(async ({ file, replace, folder }: Import) => {
    const made = await body(
      api.POST('/processes/import', {
        params: { query: replace ? { onConflict: 'update' } : {} },
        body: { file: file as unknown as string },
        bodySerializer: () => {
          const form = new FormData();
          form.append('file', file);
          return form;
        },
      }),
    );
    if (folder && !replace) {
      await moveProcess(made.id ?? '', folder);
    }
    return made;
  });
}

/** Puts a process into a folder; its draft may be drawn meanwhile. */
export async function moveProcess(id: string, folder: string): Promise<void> {
  const path = { id };
  const { etag } = await versioned(api.GET('/processes/{id}', { params: { path } }));
  await body(api.PUT('/processes/{id}', { params: { path, header: ifMatch(etag) }, body: { folder } }));
}

export function useArchiveProcess() {
  return useChange(async (id: string) => {
    const { etag } = await versioned(api.GET('/processes/{id}', { params: { path: { id } } }));
    await body(api.DELETE('/processes/{id}', { params: { path: { id }, header: ifMatch(etag) } }));
  });
}

export function useRestoreProcess() {
  return useChange((id: string) =>
    body(api.POST('/processes/{id}/restore', { params: { path: { id } } })),
  );
}

/** A change after which every list and page of processes is asked for again. */
export function useChange<I, O>(change: (input: I) => Promise<O>) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: processesKey(tenant) }),
  });
}
