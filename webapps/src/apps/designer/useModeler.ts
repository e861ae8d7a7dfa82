import { useEffect, useRef, useState } from 'react';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { fit, type Canvas } from '@shared/bpmn/services';

export type Opened =
  | { state: 'opening' }
  | { state: 'open'; modeler: BpmnModeler }
  | { state: 'broken'; reason: string };

/** Puts a modeler with a model into the page; it is taken away after the last save. */
export function useModeler(xml: string, beforeClose: () => Promise<unknown>) {
  const canvas = useRef<HTMLDivElement>(null);
  const properties = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const first = useRef(xml);
  const closing = useRef(beforeClose);

  useEffect(() => {
    closing.current = beforeClose;
  });

  useEffect(() => {
    let modeler: BpmnModeler | undefined;
    let left = false;
    async function open() {
      try {
        const { createModeler } = await import('@shared/bpmn/modeler');
        if (left || !canvas.current || !properties.current) {
          return;
        }
        modeler = createModeler({ canvas: canvas.current, properties: properties.current });
        await modeler.importXML(first.current);
        if (!left) {
          fit(modeler.get<Canvas>('canvas'));
          setOpened({ state: 'open', modeler });
        }
      } catch (failure) {
        if (!left) {
          setOpened({ state: 'broken', reason: failure instanceof Error ? failure.message : String(failure) });
        }
      }
    }
    void open();
    return () => {
      left = true;
      const shown = modeler;
      void closing.current().finally(() => shown?.destroy());
    };
  }, []);

  return { canvas, properties, opened };
}

/** Shows another model in the same modeler. */
export async function show(modeler: BpmnModeler, xml: string): Promise<void> {
  await modeler.importXML(xml);
  fit(modeler.get<Canvas>('canvas'));
}

export async function modelOf(modeler: BpmnModeler): Promise<string> {
  const { xml } = await modeler.saveXML({ format: true });
  if (!xml) {
    throw new Error('The model cannot be written.');
  }
  return xml;
}
