import { useMemo, useRef, type ReactNode } from 'react';
import { useToasts } from '../../shared/ui/Toasts';
import { UndoContext, type Undo } from './undo';

/** Remembers how the last change is taken back; each is taken back at most once. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const toasts = useToasts();
  const latest = useRef<(() => void) | null>(null);
  const undo = useMemo<Undo>(
    () => ({
      offer: (title, takeBack) => {
        const once = () => {
          if (latest.current === once) {
            latest.current = null;
          }
          takeBack();
        };
        latest.current = once;
        toasts.done(title, { undo: once });
      },
      last: () => latest.current?.(),
    }),
    [toasts],
  );
  return <UndoContext value={undo}>{children}</UndoContext>;
}
