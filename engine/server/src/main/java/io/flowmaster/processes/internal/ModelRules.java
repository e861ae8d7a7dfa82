package io.flowmaster.processes.internal;

import java.util.List;

/** What files are checked against, besides the engine's own rules. */
final class ModelRules {
  private final List<ModelRule> models;
  private final List<ModelDecisionCheck> decisions;

  private ModelRules(List<ModelRule> models, List<ModelDecisionCheck> decisions) {
    this.models = models;
    this.decisions = decisions;
  }

  /** For who only wants to read. */
  static ModelRules none() {
    return new ModelRules(List.of(), List.of());
  }

  static ModelRules all() {
    FeelSyntax feel = new FeelSyntax();
    return new ModelRules(models(feel), List.of(new ModelDecisionCheck(feel)));
  }

  void check(ModelDocument model, ModelFindings findings) {
    models.forEach(rule -> rule.check(model, findings));
  }

  void checkDecision(ModelElement root, ModelFindings findings) {
    decisions.forEach(check -> check.check(root, findings));
  }

  private static List<ModelRule> models(FeelSyntax feel) {
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
        new ModelDeclarationRule(),
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
