/** The editor of decision models; import it dynamically, it is heavy. */
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import '@shared/bpmn/modeler.scss';
import './dmnSheet.scss';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';
import DmnModeler, { type DmnView } from 'dmn-js/lib/Modeler';
import {
  CamundaPropertiesProviderModule,
  DmnPropertiesPanelModule,
  DmnPropertiesProviderModule,
} from 'dmn-js-properties-panel';
import { translation } from '@shared/bpmn/translation';
import type { Places, Sheet, SheetView } from './sheet';

interface CommandStack {
  undo(): void;
  redo(): void;
}

const DIAGRAM = 'drd';

/** Requirement diagrams, decision tables and expressions of one DMN file. */
export function createDmnSheet({ canvas, properties }: Places): Sheet {
  const modeler = new DmnModeler({
    container: canvas,
    moddleExtensions: { camunda },
    drd: {
      propertiesPanel: { parent: properties },
      additionalModules: [
        translation,
        DmnPropertiesPanelModule,
        DmnPropertiesProviderModule,
        CamundaPropertiesProviderModule,
      ],
    },
    decisionTable: { additionalModules: [translation] },
    literalExpression: { additionalModules: [translation] },
    boxedExpression: { additionalModules: [translation] },
  });
  const heard = new Set<() => void>();
  const viewers = new Set<() => void>();
  let views: readonly SheetView[] = [];

  modeler.on('viewer.created', ({ viewer }) => {
    viewer.on('commandStack.changed', ({ trigger }) => {
      // Opening a view empties its stack: nobody changed anything.
      if (trigger !== 'clear') {
        heard.forEach((changed) => changed());
      }
    });
  });
  modeler.on('views.changed', () => {
    const active = modeler.getActiveView();
    views = modeler.getViews().map((view) => ({
      id: view.id,
      name: nameOf(view),
      isDiagram: view.type === DIAGRAM,
      isOpen: view.element === active?.element,
    }));
    viewers.forEach((changed) => changed());
  });
  const stack = () => modeler.getActiveViewer()?.get<CommandStack>('commandStack');

  return {
    read: async () => (await modeler.saveXML({ format: true })).xml,
    show: async (text) => {
      await modeler.importXML(text);
    },
    undo: () => stack()?.undo(),
    redo: () => stack()?.redo(),
    onChange: (changed) => heard.add(changed),
    views: () => views,
    onViews: (changed) => {
      viewers.add(changed);
      return () => viewers.delete(changed);
    },
    open: async (id) => {
      const view = modeler.getViews().find((one) => one.id === id);
      if (view) {
        await modeler.open(view);
      }
    },
    destroy: () => modeler.destroy(),
  };
}

function nameOf({ element }: DmnView): string {
  return element.name || element.id;
}
