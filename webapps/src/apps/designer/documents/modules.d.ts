/** Modules of bpmn.io for decisions that ship without types. */
declare module 'dmn-js/lib/Modeler' {
  export interface DmnView {
    id: string;
    type: string;
    name?: string;
    element: { id: string; name?: string; $type: string };
  }
  interface Viewer {
    get<T>(name: string): T;
    on(event: 'commandStack.changed', listener: (event: { trigger?: string }) => void): void;
  }
  export default class DmnModeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getViews(): DmnView[];
    getActiveView(): DmnView | undefined;
    getActiveViewer(): Viewer | undefined;
    open(view: DmnView): Promise<unknown>;
    on(event: 'viewer.created', listener: (event: { viewer: Viewer }) => void): void;
    on(event: 'views.changed', listener: () => void): void;
    destroy(): void;
  }
}
declare module 'dmn-js-properties-panel' {
  type Module = import('didi').ModuleDeclaration;
  export const DmnPropertiesPanelModule: Module;
  export const DmnPropertiesProviderModule: Module;
  export const CamundaPropertiesProviderModule: Module;
}
