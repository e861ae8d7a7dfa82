package io.flowmaster.engine;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The engine refused what was asked of it. */
public final class EngineRefusal extends Problem {
  public EngineRefusal(ProblemKind kind, String code, String detail) {
    super(kind, code, detail);
  }
}
