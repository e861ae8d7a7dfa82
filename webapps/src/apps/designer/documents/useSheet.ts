import { useEffect, useRef, useState } from 'react';
import type { Autosave } from '../autosave';
import { createSheet, type Sheet, type SheetKind } from './sheet';

export type OpenedSheet =
  | { state: 'opening' }
  | { state: 'open'; sheet: Sheet }
  | { state: 'broken'; reason: string };

/** Opens a file in its editor and saves what is changed; the editor is taken away after the last save. */
export function useSheet(kind: SheetKind, text: string, autosave: Autosave) {
  const canvas = useRef<HTMLDivElement>(null);
  const properties = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<OpenedSheet>({ state: 'opening' });
  const first = useRef(text);

  useEffect(() => {
    let sheet: Sheet | undefined;
    let left = false;
    async function open() {
      try {
        if (!canvas.current || !properties.current) {
          return;
        }
        const made = await createSheet(kind, { canvas: canvas.current, properties: properties.current });
        if (left) {
          made.destroy();
          return;
        }
        sheet = made;
        await made.show(first.current);
        if (!left) {
          autosave.attach(() => made.read());
          made.onChange(() => autosave.changed());
          setOpened({ state: 'open', sheet: made });
        }
      } catch (failure) {
        if (!left) {
          sheet?.destroy();
          sheet = undefined;
          setOpened({ state: 'broken', reason: failure instanceof Error ? failure.message : String(failure) });
        }
      }
    }
    void open();
    return () => {
      left = true;
      const shown = sheet;
      void autosave.flush().finally(() => shown?.destroy());
    };
  }, [kind, autosave]);

  return { canvas, properties, opened };
}
