package io.flowmaster.dxg.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Another node did not give the case file; the caller gets its reason. */
class CaseRefused extends Problem {
  CaseRefused(int status, String detail) {
    super(kind(status), "case-refused", detail.isBlank() ? "There is no such task." : detail);
  }

  private static ProblemKind kind(int status) {
    for (ProblemKind kind : ProblemKind.values()) {
      if (kind.status() == status) {
        return kind;
      }
    }
    return ProblemKind.UNAVAILABLE;
  }
}
