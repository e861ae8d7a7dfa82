package io.flowmaster.processes.internal;

import java.util.List;

/** The rules that a BPMN file is checked against, besides the engine's own. */
final class ModelRules {

  private ModelRules() {}

  static List<ModelRule> all(FeelSyntax feel) {
    return List.of(
        new ModelExecutableRule(),
        new ModelDuplicateIdRule(),
        new ModelStartRule(),
        new ModelEndRule(),
        new ModelReachableRule(),
        new ModelReferenceRule(),
        new ModelGatewayRule(),
        new ModelIgnoredConditionRule(),
        new ModelJoinRule(),
        new ModelSuperfluousGatewayRule(),
        new ModelImplicitSplitRule(),
        new ModelUserTaskRule(),
        new ModelImplementationRule(),
        new ModelTimerRule(),
        new ModelErrorCodeRule(),
        new ModelLinkRule(),
        new ModelFeelRule(feel),
        new ModelUnsupportedRule(),
        new ModelLabelRule(),
        new ModelDiagramRule());
  }
}
