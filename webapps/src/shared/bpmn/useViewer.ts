import { useEffect, useState, type RefObject } from 'react';
import type { Canvas } from './services';
import type { Viewer } from './viewerEngine';

export type Drawing =
  | { state: 'drawing' }
  | { state: 'drawn'; viewer: Viewer }
  | { state: 'notDrawn' }
  | { state: 'notRead'; reason: string };

/** Draws a model into the container, and again when the model changes. */
export function useViewer(container: RefObject<HTMLElement | null>, xml: string, wanted: boolean): Drawing {
  const [drawing, setDrawing] = useState<Drawing>({ state: 'drawing' });

  useEffect(() => {
    if (!wanted) {
      return;
    }
    let viewer: Viewer | undefined;
    let left = false;
    async function draw() {
      setDrawing({ state: 'drawing' });
      const { createViewer } = await import('./viewerEngine');
      if (left || !container.current) {
        return;
      }
      viewer = createViewer(container.current);
      try {
        await viewer.importXML(xml);
        if (!left) {
          viewer.get<Canvas>('canvas').zoom('fit-viewport', 'auto');
          setDrawing({ state: 'drawn', viewer });
        }
      } catch (failure) {
        if (!left) {
          setDrawing(unreadable(failure));
        }
      }
    }
    void draw();
    return () => {
      left = true;
      viewer?.destroy();
    };
  }, [container, xml, wanted]);

  return drawing;
}

function unreadable(failure: unknown): Drawing {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return /no diagram to display|no process or collaboration/.test(reason)
    ? { state: 'notDrawn' }
    : { state: 'notRead', reason };
}
