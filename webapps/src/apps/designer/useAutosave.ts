import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { Autosave, type Draft, type DraftStore } from './autosave';
import { modelOf } from './useModeler';

/** Saves a draft while it is drawn; another store or base is not heard. */
export function useAutosave(store: DraftStore, base: Draft) {
  const [autosave] = useState(() => new Autosave(store, base));
  const saving = useSyncExternalStore(autosave.subscribe, autosave.current);

  useEffect(() => {
    function leaving(event: BeforeUnloadEvent) {
      if (autosave.current().state !== 'saved') {
        event.preventDefault();
      }
    }
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [autosave]);

  return { autosave, saving };
}

/** Saves each change that a person makes in the modeler. */
export function useSavedModel(modeler: BpmnModeler | null, autosave: Autosave): void {
  useEffect(() => {
    if (!modeler) {
      return;
    }
    autosave.attach(() => modelOf(modeler));
    const changed = ({ trigger }: { trigger?: string }) => {
      if (trigger !== 'clear') {
        autosave.changed();
      }
    };
    modeler.on('commandStack.changed', changed);
    return () => modeler.off('commandStack.changed', changed);
  }, [modeler, autosave]);
}
