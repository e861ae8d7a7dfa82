package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** No model of the chain could answer. */
public class ModelUnavailable extends Problem {

  /**
   * @param detail which models were asked and what became of it; never holds keys or prompts
   */
  public ModelUnavailable(String detail) {
    super(ProblemKind.UNAVAILABLE, "model-unavailable", detail);
  }
}
