/** The parts of diagram-js that the workspace calls; its own types leave most of them open. */

const MARGIN = 0.86;

/** A value of the BPMN model. */
export interface ModdleElement {
  $type: string;
  id: string;
  name?: string;
  $parent?: ModdleElement;
  $instanceOf(type: string): boolean;
  get(name: string): unknown;
}

/** What is drawn: a shape, a connection, or the root that holds them. */
export interface DiagramElement {
  id: string;
  type: string;
  businessObject: ModdleElement;
  parent?: DiagramElement;
  children?: DiagramElement[];
  host?: DiagramElement;
  attachers?: DiagramElement[];
  labelTarget?: DiagramElement;
  incoming?: DiagramElement[];
  outgoing?: DiagramElement[];
  source?: DiagramElement;
  target?: DiagramElement;
  waypoints?: { x: number; y: number }[];
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}

export interface Canvas {
  zoom(level: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number;
  zoom(): number;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  scrollToElement(element: string | DiagramElement): void;
  getRootElement(): DiagramElement;
  getContainer(): HTMLElement;
  focus(): void;
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
  getAll(): DiagramElement[];
  filter(test: (element: DiagramElement) => boolean): DiagramElement[];
}

export interface Overlays {
  add(
    element: string,
    kind: string,
    overlay: { position: Record<string, number>; html: HTMLElement; show?: object },
  ): string;
  remove(filter: { type: string } | { element: string; type: string }): void;
}

/** Shows everything, with a margin for what floats over the sheet. */
export function fit(canvas: Canvas): void {
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(Math.min(canvas.zoom() * MARGIN, 1), 'auto');
}

/** Any of bpmn-js's viewers and modelers, as far as it hands out services. */
export interface Services {
  get<T>(name: string): T;
}
