package io.flowmaster.executions;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The execution has several tokens. */
public final class SeveralTokens extends Problem {
  public SeveralTokens() {
    super(
        ProblemKind.CONFLICT,
        "several-tokens",
        "The execution has several tokens. Say in from which of them to take away.");
  }
}
