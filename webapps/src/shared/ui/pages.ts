import {
  useInfiniteQuery,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';

/** One page of a list, as every list of the platform answers. */
export interface Page<T> {
  items?: T[];
  nextCursor?: string | null;
  total?: number;
  totalIsExact?: boolean;
}

export type Pages<T> = UseInfiniteQueryResult<InfiniteData<Page<T>>>;

/** Beyond this many pages a refresh would cost more than it tells. */
const LIVE_PAGES = 3;

/** A list that is read page by page with the platform's cursors. */
export function usePages<T>(
  key: QueryKey,
  load: (cursor: string | undefined) => Promise<Page<T>>,
  options: { everyMs?: number; enabled?: boolean } = {},
): Pages<T> {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.nextCursor ?? undefined,
    enabled: options.enabled,
    refetchInterval: (query) =>
      options.everyMs && (query.state.data?.pages.length ?? 0) <= LIVE_PAGES
        ? options.everyMs
        : false,
  });
}

/** What was read so far. */
export function rowsOf<T>(pages: Pages<T>): T[] {
  return pages.data?.pages.flatMap((page) => page.items ?? []) ?? [];
}

/** Reads a list to its end, or as far as `most`; for what has to be seen as a whole. */
export async function readAll<T>(
  load: (cursor: string | undefined) => Promise<Page<T>>,
  most: number,
): Promise<{ items: T[]; isComplete: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    items.push(...(page.items ?? []));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && items.length < most);
  return { items, isComplete: !cursor };
}
