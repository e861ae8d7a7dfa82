package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A model does not take the question: too long, or against its provider's rules. */
public class ModelRefused extends Problem {

  /**
   * @param detail which model and why, as far as that can be told; never holds keys or prompts
   */
  public ModelRefused(String detail) {
    super(ProblemKind.UNACCEPTABLE, "model-refused", detail);
  }
}
