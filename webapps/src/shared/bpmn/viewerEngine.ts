/** The part of the viewer that is heavy; loaded when the first diagram is shown. */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';

export type Viewer = NavigatedViewer;

export function createViewer(container: HTMLElement): Viewer {
  return new NavigatedViewer({ container, moddleExtensions: { camunda } });
}
