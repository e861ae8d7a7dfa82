package io.flowmaster.processes;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** The process has no file of this name. */
public final class FileNotFound extends Problem {
  public FileNotFound(String name) {
    super(
        ProblemKind.NOT_FOUND,
        "process-file-not-found",
        "The process has no file " + name + ". See its resources.");
  }
}
