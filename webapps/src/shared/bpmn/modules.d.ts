/** Modules of bpmn.io that ship without types; each is a set of services for `additionalModules`. */
declare module 'bpmn-js-properties-panel' {
  type Module = import('didi').ModuleDeclaration;
  export const BpmnPropertiesPanelModule: Module;
  export const BpmnPropertiesProviderModule: Module;
  export const CamundaPlatformPropertiesProviderModule: Module;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  const module: import('didi').ModuleDeclaration;
  export default module;
}
declare module 'bpmn-js-element-templates' {
  export const ElementTemplatesPropertiesProviderModule: import('didi').ModuleDeclaration;
}
declare module '@bpmn-io/element-template-chooser' {
  const module: import('didi').ModuleDeclaration;
  export default module;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: import('didi').ModuleDeclaration;
}
declare module 'diagram-js-minimap' {
  const module: import('didi').ModuleDeclaration;
  export default module;
}
declare module 'bpmn-js-token-simulation' {
  const module: import('didi').ModuleDeclaration;
  export default module;
}
declare module 'bpmn-js-color-picker' {
  const module: import('didi').ModuleDeclaration;
  export default module;
}
declare module 'bpmn-js-differ' {
  type Element = import('./services').ModdleElement;
  export interface Differences {
    _added: Record<string, Element>;
    _removed: Record<string, Element>;
    _layoutChanged: Record<string, Element>;
    _changed: Record<
      string,
      { model: Element; attrs: Record<string, { oldValue?: unknown; newValue?: unknown }> }
    >;
  }
  export function diff(before: Element, after: Element): Differences;
}
