/** The editor of forms; import it dynamically, it is heavy. */
import { FormEditor } from '@bpmn-io/form-js-editor';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import '@shared/bpmn/modeler.scss';
import './formSheet.scss';
import type { Places, Sheet } from './sheet';

interface CommandStack {
  undo(): void;
  redo(): void;
}

/** A form-js form of one file. */
export function createFormSheet({ canvas, properties }: Places): Sheet {
  const editor = new FormEditor({ container: canvas, propertiesPanel: { parent: properties } });
  const heard = new Set<() => void>();
  // Opening a form is told as a change, too.
  let isOpening = false;
  editor.on('changed', () => {
    if (!isOpening) {
      heard.forEach((changed) => changed());
    }
  });
  const stack = () => editor.get<CommandStack>('commandStack');

  return {
    read: () => Promise.resolve(JSON.stringify(editor.saveSchema(), null, 2)),
    show: async (text) => {
      isOpening = true;
      try {
        await editor.importSchema(JSON.parse(text) as object);
      } finally {
        isOpening = false;
      }
    },
    undo: () => stack().undo(),
    redo: () => stack().redo(),
    onChange: (changed) => heard.add(changed),
    views: () => NONE,
    onViews: () => () => undefined,
    open: () => Promise.resolve(),
    destroy: () => editor.destroy(),
  };
}

const NONE: readonly never[] = [];
