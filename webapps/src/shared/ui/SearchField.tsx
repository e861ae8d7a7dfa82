import { Search } from '@carbon/react';
import { useEffect, useRef } from 'react';
import type { UrlFilters } from './useUrlFilters';

const TYPING_MS = 300;

/** Searches a list; the address follows the typing with a short delay. */
export function SearchField({ label, filters, name = 'q' }: { label: string; filters: UrlFilters; name?: string }) {
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (
    <search>
      <Search
        size="md"
        className="fm-filter-text"
        labelText={label}
        placeholder={label}
        defaultValue={filters.one(name) ?? ''}
        onChange={(event) => {
          window.clearTimeout(timer.current);
          const text = event.target.value.trim();
          timer.current = window.setTimeout(() => filters.set({ [name]: text }), TYPING_MS);
        }}
      />
    </search>
  );
}
