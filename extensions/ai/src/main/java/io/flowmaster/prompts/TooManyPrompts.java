package io.flowmaster.prompts;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There are as many as there may be. */
public final class TooManyPrompts extends Problem {
  public TooManyPrompts(String what, int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-" + what,
        "There are at most " + most + " " + what.replace('-', ' ') + "; delete some.");
  }
}
