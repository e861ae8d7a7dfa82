/** The modeler with all its parts; import it dynamically, it is the heaviest code of the workspace. */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js-color-picker/colors/color-picker.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import 'bpmn-js-element-templates/dist/assets/element-templates.css';
import '@bpmn-io/element-template-chooser/dist/element-template-chooser.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './diagram.scss';
import './modeler.scss';
import Modeler from 'bpmn-js/lib/Modeler';
import ElementTemplateChooser from '@bpmn-io/element-template-chooser';
import ColorPicker from 'bpmn-js-color-picker';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import TokenSimulation from 'bpmn-js-token-simulation';
import CamundaBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import Minimap from 'diagram-js-minimap';

import { translation } from './translation';

export type BpmnModeler = Modeler;

interface Places {
  canvas: HTMLElement;
  properties: HTMLElement;
}

/** An editor of models that the engine executes, with its properties beside it. */
export function createModeler({ canvas, properties }: Places): BpmnModeler {
  return new Modeler({
    container: canvas,
    propertiesPanel: { parent: properties },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      CamundaPlatformPropertiesProviderModule,
      ElementTemplatesPropertiesProviderModule,
      ElementTemplateChooser,
      CreateAppendAnythingModule,
      CamundaBehaviors,
      ColorPicker,
      Minimap,
      TokenSimulation,
      translation,
    ],
    moddleExtensions: { camunda },
  });
}
