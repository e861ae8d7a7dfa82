import { useEffect, useState } from 'react';

/** The value once it has rested: what is asked of the platform while somebody types. */
export function useSettled<T>(value: T, restMs = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), restMs);
    return () => window.clearTimeout(timer);
  }, [value, restMs]);
  return settled;
}
