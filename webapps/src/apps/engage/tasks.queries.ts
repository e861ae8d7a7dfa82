import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';
import { api, body, ifMatch } from '../../shared/api/client';
import type { PageTaskView, TaskView } from '../../shared/api/schema';
import { useHasRole, useSession } from '../../shared/session/SessionGate';
import { criteriaOf, VIEWS, type InboxParams, type View } from './inbox/params';

const PAGE = 100;
const POLL_MS = 20_000;

export const tasksKey = (tenant: string) => ['tasks', tenant];
const listsKey = (tenant: string) => [...tasksKey(tenant), 'list'];

/** Whether the user sees tasks that are nobody's business of theirs. */
export function useSeesAll(): boolean {
  return useHasRole('manager', 'admin');
}

/** A page with the time at which it was asked for, which changes of its rows leave alone. */
type ListPage = PageTaskView & { readAt: number };

/** The inbox, page by page. It is read once and then kept in order: what is new is announced. */
export function useTaskList(params: InboxParams) {
  const { tenant } = useSession();
  const seesAll = useSeesAll();
  return useInfiniteQuery({
    queryKey: [...listsKey(tenant), params],
    queryFn: async ({ pageParam }): Promise<ListPage> => ({
      ...(await readPage(params, seesAll, { cursor: pageParam, count: pageParam ? undefined : 'true' })),
      readAt: Date.now(),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
}

/** The newest tasks of a list, asked again and again; says what the list does not show yet. */
export function useNewestTasks(params: InboxParams) {
  const { tenant } = useSession();
  const seesAll = useSeesAll();
  return useQuery({
    queryKey: [...tasksKey(tenant), 'newest', params],
    queryFn: async () => (await readPage({ ...params, sort: '-created' }, seesAll, {})).items ?? [],
    enabled: params.view !== 'completed',
    refetchInterval: POLL_MS,
  });
}

function readPage(
  params: InboxParams,
  seesAll: boolean,
  page: { cursor?: string; count?: string; limit?: number },
): Promise<PageTaskView> {
  return body(
    api.GET('/tasks', { params: { query: { ...criteriaOf(params, seesAll), limit: PAGE, ...page } } }),
  );
}

export interface Count {
  total: number;
  isExact: boolean;
}

/** How many tasks each view holds. */
export function useTaskCounts() {
  const { tenant } = useSession();
  const seesAll = useSeesAll();
  return useQuery({
    queryKey: [...tasksKey(tenant), 'counts'],
    queryFn: async () => {
      const counts = await Promise.all(
        VIEWS.map(async (view): Promise<[View, Count]> => {
          const page = await readPage({ view }, seesAll, { limit: 1, count: 'true' });
          return [view, { total: page.total ?? 0, isExact: page.totalIsExact ?? true }];
        }),
      );
      return Object.fromEntries(counts) as Record<View, Count>;
    },
    refetchInterval: POLL_MS,
  });
}

/** Processes whose tasks may come. */
export function useProcessNames() {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['processes', tenant, 'published'],
    queryFn: async () =>
      (await body(api.GET('/processes', { params: { query: { status: 'PUBLISHED', sort: 'name', limit: 200 } } })))
        .items ?? [],
    staleTime: 300_000,
  });
}

/** Gives a task to somebody, to oneself (claim) or to nobody (release). */
export function useAssign() {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, assignee, etag }: { id: string; assignee: string | null; etag?: string }) =>
      body(
        api.PUT('/tasks/{id}/assign', {
          params: { path: { id }, header: ifMatch(etag) },
          // Null releases, though the contract's type knows only the word's absence.
          body: { assignee: assignee as string },
        }),
      ),
    onSuccess: (task) => {
      patchTask(queries, tenant, task);
      void queries.invalidateQueries({ queryKey: [...tasksKey(tenant), 'counts'] });
      void queries.invalidateQueries({ queryKey: [...tasksKey(tenant), 'detail', task.id] });
    },
  });
}

/** Shows a changed task where it stands, in every list that is kept. */
export function patchTask(queries: QueryClient, tenant: string, changed: TaskView): void {
  queries.setQueriesData<InfiniteData<ListPage>>({ queryKey: listsKey(tenant) }, (list) =>
    list && {
      ...list,
      pages: list.pages.map((page) =>
        page.items?.some((task) => task.id === changed.id)
          ? { ...page, items: page.items.map((task) => (task.id === changed.id ? { ...task, ...viewOf(changed) } : task)) }
          : page,
      ),
    },
  );
}

/** A read of one task says the same and more; lists keep what they show. */
function viewOf(task: TaskView): TaskView {
  const view: TaskView & Record<string, unknown> = { ...task };
  for (const member of ['form', 'variables', 'draft', 'process', 'allowedActions']) {
    delete view[member];
  }
  return view;
}

/** Tasks that left the inbox go at once; counts follow. */
export function dropTask(queries: QueryClient, tenant: string, id: string): void {
  queries.setQueriesData<InfiniteData<ListPage>>({ queryKey: listsKey(tenant) }, (list) =>
    list && {
      ...list,
      pages: list.pages.map((page) => ({ ...page, items: page.items?.filter((task) => task.id !== id) })),
    },
  );
  void queries.invalidateQueries({ queryKey: [...tasksKey(tenant), 'counts'] });
}

/** The task that stands after this one in the list it was opened from, or that list's first. */
export async function nextTask(
  queries: QueryClient,
  tenant: string,
  seesAll: boolean,
  params: InboxParams,
  id: string,
): Promise<TaskView | undefined> {
  const list = queries.getQueryData<InfiniteData<ListPage>>([...listsKey(tenant), params]);
  const known = list?.pages.flatMap((page) => page.items ?? []) ?? [];
  const at = known.findIndex((task) => task.id === id);
  const following = at < 0 ? [] : [...known.slice(at + 1), ...known.slice(0, at)];
  const next = following.find((task) => task.status === 'OPEN');
  if (next) {
    return next;
  }
  const page = await readPage(params, seesAll, { limit: 2 });
  return page.items?.find((task) => task.id !== id && task.status === 'OPEN');
}
