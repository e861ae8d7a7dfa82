import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import type { Canvas, DiagramElement, ElementRegistry } from '@shared/bpmn/services';
import { withChanges } from '@shared/ui/useUrlFilters';

interface Selection {
  get(): DiagramElement[];
  select(element: DiagramElement): void;
}

/** The chosen element, which stands in the address: what is chosen before the diagram is drawn is gone to then. */
export function useChosenElement(modeler: BpmnModeler | null): [string | null, (id: string) => void] {
  const [params, setParams] = useSearchParams();
  const chosen = params.get('element');
  const go = useCallback(
    (id: string | undefined) => setParams((now) => withChanges(now, { element: id }), { replace: true }),
    [setParams],
  );

  useEffect(() => {
    if (!modeler || !chosen) {
      return;
    }
    // The properties hear of what is chosen only once they are drawn.
    let timer = 0;
    const frame = window.requestAnimationFrame(() => {
      timer = window.setTimeout(() => select(modeler, chosen));
    });
    return () => {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [modeler, chosen]);

  useEffect(() => {
    const changed = ({ newSelection: [first] }: { newSelection: DiagramElement[] }) =>
      go((first?.labelTarget ?? first)?.id);
    modeler?.on('selection.changed', changed);
    return () => modeler?.off('selection.changed', changed);
  }, [modeler, go]);

  return [chosen, go];
}

function select(modeler: BpmnModeler, id: string) {
  const element = modeler.get<ElementRegistry>('elementRegistry').get(id);
  const selection = modeler.get<Selection>('selection');
  if (element?.parent && !selection.get().includes(element)) {
    selection.select(element);
    modeler.get<Canvas>('canvas').scrollToElement(element);
  }
}
