package io.flowmaster.rules.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** As many evaluations as are allowed at once are running. */
final class EvaluationsBusy extends Problem {
  EvaluationsBusy() {
    super(
        ProblemKind.TOO_MANY,
        "evaluations-busy",
        "Too many decisions are being evaluated. Repeat in a moment.");
  }
}
