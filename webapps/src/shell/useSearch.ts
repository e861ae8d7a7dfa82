import { useQueries } from '@tanstack/react-query';
import { useSession } from '../shared/session/SessionGate';
import { useSettled } from '../shared/ui/useSettled';
import { SHORTEST, sourcesFor, type Hit } from './search';

interface Found {
  hits: Hit[];
  /** Whether a list has not answered yet. */
  isSearching: boolean;
  /** Lists that could not be searched, with the reason. */
  failures: { kind: Hit['kind']; problem: unknown }[];
}

/** Asks every list that the user may read by itself: one that is slow or fails takes nothing from the others. */
export function useSearch(text: string): Found {
  const { roles, tenant } = useSession();
  const q = useSettled(text);
  const sources = sourcesFor(roles);
  const lists = useQueries({
    queries: sources.map(({ kind, find }) => ({
      queryKey: ['search', tenant, kind, q],
      queryFn: () => find(q),
      enabled: q.length >= SHORTEST,
    })),
  });
  // What was found for other words is nothing for these.
  const isCurrent = q === text && q.length >= SHORTEST;
  return {
    hits: isCurrent ? lists.flatMap((list) => list.data ?? []) : [],
    isSearching: text.length >= SHORTEST && (q !== text || lists.some((list) => list.isFetching)),
    failures: isCurrent
      ? lists.flatMap(({ error }, index) => (error ? [{ kind: sources[index]!.kind, problem: error }] : []))
      : [],
  };
}
