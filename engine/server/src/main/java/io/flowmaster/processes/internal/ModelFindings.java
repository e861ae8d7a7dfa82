package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.ModelProblem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in one file. */
final class ModelFindings {
  private final String file;
  private final List<ModelProblem> found = new ArrayList<>();

  ModelFindings(String file) {
    this.file = file;
  }

  /** What the engine refuses as well; it has the last word on that. */
  void error(ModelElement at, String rule, String message) {
    add(at, Severity.ERROR, rule, message);
  }

  /** What deploys, and is likely to disappoint. */
  void warning(ModelElement at, String rule, String message) {
    add(at, Severity.WARNING, rule, message);
  }

  List<ModelProblem> found() {
    return found;
  }

  private void add(ModelElement at, Severity severity, String rule, String message) {
    ModelElement owner = at;
    while (owner.id() == null && owner.parent() != null) {
      owner = owner.parent();
    }
    found.add(
        new ModelProblem(
            file, owner.id(), owner.label(), severity, rule, message, at.line(), at.column()));
  }
}
