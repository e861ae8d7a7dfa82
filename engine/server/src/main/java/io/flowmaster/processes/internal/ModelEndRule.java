package io.flowmaster.processes.internal;

/** A path that just stops looks unfinished, and its end cannot be told from a mistake. */
final class ModelEndRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .scopes()
        .filter(scope -> scope.has("startEvent") && !scope.has("endEvent"))
        .forEach(
            scope ->
                findings.warning(
                    scope, "end-event", "%s has no end event. Add one.".formatted(scope.called())));
    model
        .nodes()
        .filter(node -> mustGoOn(node) && model.outgoing(node).isEmpty())
        .forEach(node -> report(node, findings));
  }

  private static void report(ModelElement node, ModelFindings findings) {
    boolean boundary = node.is("boundaryEvent");
    findings.warning(
        node,
        boundary ? "boundary-event-outgoing" : "implicit-end",
        (boundary
                ? "Nothing happens after the boundary event %s. Draw a sequence flow from it."
                : "The path ends at %s without an end event. Connect it to the next element or to an end event.")
            .formatted(node.called()));
  }

  private static boolean mustGoOn(ModelElement node) {
    if (node.is("endEvent") || ModelDocument.eventSubprocess(node)) {
      return false;
    }
    if (node.is("boundaryEvent")) {
      return !node.has("compensateEventDefinition");
    }
    boolean handler = ModelDocument.compensates(node);
    boolean link = node.is("intermediateThrowEvent") && node.has("linkEventDefinition");
    boolean adHoc = node.parent() != null && node.parent().is("adHocSubProcess");
    return !handler && !link && !adHoc;
  }
}
