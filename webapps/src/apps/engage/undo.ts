import { createContext, use } from 'react';

/** Offers to take the last thing back, by the message that tells of it and by the key u. */
export interface Undo {
  offer: (title: string, undo: () => void) => void;
  last: () => void;
}

export const UndoContext = createContext<Undo | null>(null);

export function useUndo(): Undo {
  const undo = use(UndoContext);
  if (!undo) {
    throw new Error('no undo');
  }
  return undo;
}
