package io.flowmaster.processes.internal;

/** The engine skips processes that are not marked as executable. */
final class ModelExecutableRule implements ModelRule {
  static final String NAME = "process-executable";

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    if (model.processes().stream().anyMatch(ModelDocument::executable)) {
      return;
    }
    ModelElement at = model.processes().stream().findFirst().orElse(model.root());
    findings.warning(
        at,
        NAME,
        model.processes().isEmpty()
            ? "The file has no process. Add a process with isExecutable=\"true\"."
            : "No process is marked as executable, so there is nothing to run. Set"
                + " isExecutable=\"true\" on the process.");
  }
}
