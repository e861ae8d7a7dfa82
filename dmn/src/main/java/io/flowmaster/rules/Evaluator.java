package io.flowmaster.rules;

/** What evaluates a decision. */
public enum Evaluator {
  /** The process engine's own: decision tables and literal expressions, as Camunda reads them. */
  CAMUNDA,
  /** The whole of DMN 1.5, as the standard's compatibility kit tests it. */
  STANDARD
}
