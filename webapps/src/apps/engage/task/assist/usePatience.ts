import { useEffect, useState } from 'react';

/** Whether one can still wait a moment for a help: a form that has been opened must not change by itself. */
export function usePatience(id: string, ms = 1_000): boolean {
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setLate(id), ms);
    return () => clearTimeout(timer);
  }, [id, ms]);
  return late !== id;
}
