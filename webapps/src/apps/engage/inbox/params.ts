import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { paths } from '../../../shared/api/schema';

export const VIEWS = ['mine', 'group', 'all', 'overdue', 'escalated', 'completed'] as const;
export type View = (typeof VIEWS)[number];

/** What the inbox shows; stands in the address, so that it can be shared and gone back to. */
export interface InboxParams {
  view?: View;
  q?: string;
  process?: string;
  sort?: string;
  filter?: string;
  /** Conditions on variables, in the API's words; never empty. */
  variable?: string[];
}

const NAMES = ['view', 'q', 'process', 'sort', 'filter'] as const;

export function readParams(search: URLSearchParams): InboxParams {
  const read = Object.fromEntries(
    NAMES.map((name) => [name, search.get(name) ?? undefined]).filter(([, value]) => value),
  ) as Record<string, string>;
  const view = VIEWS.find((known) => known === read.view);
  // A saved filter brings its own view; without one, one's own tasks are what a day begins with.
  const variable = search.getAll('variable').filter(Boolean);
  return {
    ...read,
    ...(variable.length > 0 && { variable }),
    view: view ?? (read.filter ? undefined : 'mine'),
  };
}

export function writeParams(params: InboxParams): string {
  const search = new URLSearchParams();
  for (const name of NAMES) {
    const value = params[name];
    if (value && !(name === 'view' && value === 'mine' && !params.filter)) {
      search.set(name, value);
    }
  }
  params.variable?.forEach((condition) => search.append('variable', condition));
  return search.size > 0 ? `?${search}` : '';
}

export function useInboxParams(): [InboxParams, (change: Partial<InboxParams>) => void] {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => readParams(search), [search]);
  return [
    params,
    (change) => setSearch(writeParams({ ...params, ...change }), { replace: 'q' in change }),
  ];
}

type Criteria = NonNullable<paths['/tasks']['get']['parameters']['query']>;

/** By which columns the list is sorted; empty where a saved filter says it. */
export function sortOf({ sort, filter, view }: InboxParams): string {
  return sort ?? (filter ? '' : view === 'completed' ? '-ended' : 'due');
}

/** The API's words. Everything is "all" for those who see it, and no view at all for the others. */
export function criteriaOf(params: InboxParams, seesAll: boolean): Criteria {
  const { view, q, process, filter, variable } = params;
  return {
    view: view === 'all' && !seesAll ? undefined : view,
    q,
    processKey: process,
    // Without a direction the API takes the usual one, which is down for priorities.
    sort: sortOf(params).replace(/(^|,)priority(?=,|$)/, '$1priority:asc') || undefined,
    filter,
    variable,
  };
}
