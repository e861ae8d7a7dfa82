import type { BpmnModeler } from '@shared/bpmn/modeler';
import type { Canvas, DiagramElement, ElementRegistry } from '@shared/bpmn/services';

interface Point {
  x: number;
  y: number;
}

interface Modeling {
  updateLabel(element: DiagramElement, label: string): void;
  createShape(shape: DiagramElement, at: Point, parent: DiagramElement): DiagramElement;
  connect(source: DiagramElement, target: DiagramElement): DiagramElement;
  reconnectEnd(connection: DiagramElement, target: DiagramElement, docking: Point): void;
  removeElements(elements: DiagramElement[]): void;
}

interface SpaceTool {
  calculateAdjustments(
    elements: DiagramElement[],
    axis: 'x',
    delta: number,
    start: number,
  ): { movingShapes: DiagramElement[]; resizingShapes: DiagramElement[] };
  makeSpace(moving: DiagramElement[], resizing: DiagramElement[], delta: Point, direction: 'e', start: number): void;
}

const GAP = 50;
const FLOW = 'bpmn:SequenceFlow';
const TOGETHER = 'designer.together';

interface Together {
  act: () => void;
}

/** The modelers that know the command already; it can be registered once. */
const ready = new WeakSet<BpmnModeler>();

/** Commands of several steps, which one undo takes back. */
class TogetherHandler {
  preExecute({ act }: Together): void {
    act();
  }
}

/** Changes the model as a person with a mouse would: by the modeler's own commands. */
export class OutlineEditing {
  private readonly modeling: Modeling;

  constructor(private readonly modeler: BpmnModeler) {
    this.modeling = modeler.get<Modeling>('modeling');
    if (!ready.has(modeler)) {
      ready.add(modeler);
      this.stack().registerHandler(TOGETHER, TogetherHandler);
    }
  }

  rename(element: DiagramElement, name: string): void {
    this.modeling.updateLabel(element, name);
  }

  /**
   * Puts a new element behind another: into its flow when one leads on, else at its end. Behind a
   * gateway it is a new branch.
   */
  insertAfter(before: DiagramElement, type: string): DiagramElement {
    const shape = this.newShape(type);
    const flows = (before.outgoing ?? []).filter((flow) => flow.type === FLOW);
    const [flow] = flows;
    if (!flow?.target || flows.length > 1 || before.type.endsWith('Gateway') || type === 'bpmn:EndEvent') {
      return this.modeler
        .get<{ append(source: DiagramElement, shape: DiagramElement): DiagramElement }>('autoPlace')
        .append(before, shape);
    }
    const target = flow.target;
    return this.together(() => {
      const width = shape.width ?? 0;
      const right = (before.x ?? 0) + (before.width ?? 0);
      this.makeRoom(before, right, width + 2 * GAP - ((target.x ?? 0) - right));
      const made = this.modeling.createShape(
        shape,
        { x: right + GAP + width / 2, y: middle(before).y },
        before.host?.parent ?? before.parent ?? this.root(),
      );
      this.modeling.reconnectEnd(flow, made, middle(made));
      this.modeling.connect(made, target);
      return made;
    });
  }

  /** Puts a first element into an empty model or pool. */
  insertFirst(type: string, into: DiagramElement = this.root()): DiagramElement {
    const at = { x: (into.x ?? 0) + 150, y: (into.y ?? 0) + (into.height ? into.height / 2 : 150) };
    return this.modeling.createShape(this.newShape(type), at, into);
  }

  connect(source: DiagramElement, target: DiagramElement): boolean {
    const rules = this.modeler.get<{ canConnect(a: DiagramElement, b: DiagramElement): unknown }>('bpmnRules');
    if (!rules.canConnect(source, target)) {
      return false;
    }
    this.modeling.connect(source, target);
    return true;
  }

  remove(element: DiagramElement): void {
    this.modeling.removeElements([element]);
  }

  private newShape(type: string): DiagramElement {
    return this.modeler
      .get<{ createShape(attributes: object): DiagramElement }>('elementFactory')
      .createShape(type === 'bpmn:SubProcess' ? { type, isExpanded: true } : { type });
  }

  /** Moves all that lies to the right, and widens pools and subprocesses, when there is too little room. */
  private makeRoom(before: DiagramElement, right: number, missing: number): void {
    if (missing <= 0) {
      return;
    }
    const space = this.modeler.get<SpaceTool>('spaceTool');
    const start = right + 1;
    const all = this.modeler
      .get<ElementRegistry>('elementRegistry')
      .filter((element) => element !== before && element.parent != null);
    const { movingShapes, resizingShapes } = space.calculateAdjustments(all, 'x', missing, start);
    space.makeSpace(movingShapes, resizingShapes, { x: missing, y: 0 }, 'e', start);
  }

  private together(act: () => DiagramElement): DiagramElement {
    let made: DiagramElement | undefined;
    this.stack().execute(TOGETHER, {
      act: () => {
        made = act();
      },
    });
    if (!made) {
      throw new Error('Nothing was made.');
    }
    return made;
  }

  private root(): DiagramElement {
    return this.modeler.get<Canvas>('canvas').getRootElement();
  }

  private stack() {
    return this.modeler.get<{
      registerHandler(command: string, handler: unknown): void;
      execute(command: string, context: Together): void;
    }>('commandStack');
  }
}

function middle(element: DiagramElement): Point {
  return {
    x: (element.x ?? 0) + (element.width ?? 0) / 2,
    y: (element.y ?? 0) + (element.height ?? 0) / 2,
  };
}
