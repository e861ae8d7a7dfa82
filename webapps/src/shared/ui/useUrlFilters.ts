import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

type Changes = Record<string, string | string[] | undefined>;

/** Filters that live in the address, so that a filtered list can be shared and gone back to. */
export interface UrlFilters {
  one: (name: string) => string | undefined;
  many: (name: string) => string[];
  /** Sets what is named and leaves the rest; empty removes. */
  set: (changes: Changes) => void;
  isEmpty: boolean;
  clear: () => void;
}

export function useUrlFilters(): UrlFilters {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Changes) => setParams((now) => withChanges(now, changes), { replace: true }),
    [setParams],
  );
  return useMemo(
    () => ({
      one: (name) => params.get(name) ?? undefined,
      many: (name) => params.getAll(name),
      set,
      isEmpty: params.size === 0,
      clear: () => setParams({}, { replace: true }),
    }),
    [params, set, setParams],
  );
}

export function withChanges(now: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one) {
        next.append(name, one);
      }
    }
  }
  return next;
}
