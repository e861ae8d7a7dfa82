import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ProcessFilter, ProcessStatus } from './processes.queries';

const NEWEST_FIRST = '-updatedAt';

/** The list's filter, kept in the address so that it can be shared. */
export function useFilter(): [ProcessFilter, (change: Partial<ProcessFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(
    () => ({
      q: params.get('q') ?? '',
      tag: params.get('tag') ?? '',
      status: (params.get('status') ?? '') as ProcessStatus | '',
      folder: params.get('folder') ?? '',
      sort: params.get('sort') ?? NEWEST_FIRST,
    }),
    [params],
  );
  const change = useCallback(
    (changes: Partial<ProcessFilter>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(changes)) {
            if (value) {
              next.set(name, value);
            } else {
              next.delete(name);
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, change];
}
