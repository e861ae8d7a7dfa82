package io.flowmaster.processes.internal;

/** A person must be able to find the task and to answer it. */
final class ModelUserTaskRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("userTask")
        .forEach(
            task -> {
              if (!assigned(task)) {
                findings.warning(
                    task,
                    "user-task-assignment",
                    "Nobody is asked to do %s. Set an assignee, candidate users or candidate groups."
                        .formatted(task.called()));
              }
              if (!hasForm(task)) {
                findings.warning(
                    task,
                    "user-task-form",
                    "%s has no form, so nothing can be entered. Refer to a form or define form fields."
                        .formatted(task.called()));
              }
            });
  }

  private static boolean assigned(ModelElement task) {
    return task.hasCamunda("assignee", "candidateUsers", "candidateGroups")
        || task.has("humanPerformer", "potentialOwner")
        || !task.extensions("taskListener").isEmpty();
  }

  private static boolean hasForm(ModelElement task) {
    return task.hasCamunda("formKey", "formRef", "formHandlerClass")
        || !task.extensions("formData").isEmpty()
        || !task.extensions("formProperty").isEmpty();
  }
}
