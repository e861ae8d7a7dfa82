package io.flowmaster.rules.internal;

import org.camunda.bpm.dmn.engine.DmnEngineException;

/** The standard's evaluator could not evaluate a decision. */
final class StandardFailure extends DmnEngineException {
  private static final long serialVersionUID = 1L;

  StandardFailure(String message) {
    super(message);
  }
}
