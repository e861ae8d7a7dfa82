import { useEffect, useMemo, useState } from 'react';
import { DraftSaver, type DraftState } from './draft';
import { saveDraft } from './task.queries';

/** The autosaved draft of a task; asks before the browser throws away what is not saved. */
export function useDraft(id: string, isKept: boolean) {
  const [state, setState] = useState<DraftState>('same');
  const saver = useMemo(() => new DraftSaver((values) => saveDraft(id, values), setState), [id]);

  useEffect(() => {
    function leaving(event: BeforeUnloadEvent) {
      if (saver.isBehind) {
        event.preventDefault();
      }
    }
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      void saver.flush();
    };
  }, [saver]);

  return {
    state,
    change: (values: Record<string, unknown>) => {
      if (isKept) {
        saver.change(values);
      }
    },
    saveNow: () => saver.flush(),
    stop: () => saver.stop(),
  };
}
