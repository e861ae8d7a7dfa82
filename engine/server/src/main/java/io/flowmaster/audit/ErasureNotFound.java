package io.flowmaster.audit;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such erasure in this tenant. */
public final class ErasureNotFound extends Problem {
  public ErasureNotFound() {
    super(ProblemKind.NOT_FOUND, "erasure-not-found", "There is no such erasure.");
  }
}
