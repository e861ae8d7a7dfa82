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
