import { useSyncExternalStore } from 'react';

/** Whether the page is as narrow as a phone, or as what is given. */
export function useNarrow(most = '42rem'): boolean {
  const query = `(max-width: ${most})`;
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
