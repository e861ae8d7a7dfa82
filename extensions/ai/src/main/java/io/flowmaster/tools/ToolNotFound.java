package io.flowmaster.tools;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The current actor has no such tool. */
public final class ToolNotFound extends Problem {
  public ToolNotFound(String name) {
    super(ProblemKind.NOT_FOUND, "tool-not-found", "There is no tool '" + name + "' for you here.");
  }
}
