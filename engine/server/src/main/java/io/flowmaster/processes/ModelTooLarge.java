package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A file, or all files of a process together, are larger than allowed. */
public final class ModelTooLarge extends Problem {
  public ModelTooLarge(String what, long limitBytes) {
    super(
        ProblemKind.TOO_LARGE,
        "model-too-large",
        what + " may have at most " + limitBytes + " bytes.");
  }
}
