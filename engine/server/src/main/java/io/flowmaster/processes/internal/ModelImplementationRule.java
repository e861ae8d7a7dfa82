package io.flowmaster.processes.internal;

/** A task that a machine does must say what it does. */
final class ModelImplementationRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("serviceTask", "sendTask", "businessRuleTask")
        .filter(task -> !implemented(task))
        .forEach(
            task ->
                findings.error(
                    task,
                    "implementation",
                    "%s has no implementation. %s"
                        .formatted(
                            task.called(),
                            task.is("businessRuleTask")
                                ? "Refer to a decision, or set an external task topic."
                                : "Set an external task topic, an expression or a delegate.")));
    model
        .nodes("serviceTask", "sendTask", "businessRuleTask")
        .filter(
            task -> "external".equalsIgnoreCase(task.camunda("type")) && !task.hasCamunda("topic"))
        .forEach(
            task ->
                findings.error(
                    task,
                    "external-task-topic",
                    "%s is an external task without a topic. Set the topic that its worker asks for."
                        .formatted(task.called())));
    model
        .nodes("callActivity")
        .filter(
            call ->
                ModelElement.blank(call.attribute("calledElement")) && !call.hasCamunda("caseRef"))
        .forEach(
            call ->
                findings.error(
                    call,
                    "called-element",
                    "%s calls nothing. Set the called element to the key of a process."
                        .formatted(call.called())));
    model
        .nodes("task")
        .forEach(
            task ->
                findings.warning(
                    task,
                    "undefined-task",
                    "%s is a plain task: the engine passes it without doing anything. Make it a user, service or other task."
                        .formatted(task.called())));
  }

  private static boolean implemented(ModelElement task) {
    return task.hasCamunda("class", "expression", "decisionRef")
        || task.camunda("type") != null
        || task.camunda("delegateExpression") != null
        || !task.extensions("connector").isEmpty();
  }
}
