package io.flowmaster.rules;

/** How the evaluator of a rule set's decisions is chosen. */
public enum EvaluatorChoice {
  /** By where the model comes from and what it uses, for each decision. */
  AUTO,
  /** Always the process engine's own. */
  CAMUNDA,
  /** Always the standard's. */
  STANDARD
}
