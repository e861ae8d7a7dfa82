package io.flowmaster.processes.internal;

/** Every process and embedded subprocess needs a way in, and only one that is unconditional. */
final class ModelStartRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .scopes()
        .filter(scope -> !scope.is("adHocSubProcess"))
        .forEach(
            scope -> {
              long plain =
                  scope.children("startEvent").stream().filter(ModelStartRule::plain).count();
              if (!scope.has("startEvent")) {
                findings.error(
                    scope,
                    "start-event",
                    "%s has no start event. Add one.".formatted(scope.called()));
              } else if (plain > 1 && !ModelDocument.eventSubprocess(scope)) {
                findings.error(
                    scope,
                    "single-start-event",
                    "%s has %d start events without a trigger. Keep one; give the others a message or signal."
                        .formatted(scope.called(), plain));
              }
            });
  }

  private static boolean plain(ModelElement start) {
    return start.children().stream().noneMatch(child -> child.name().endsWith("EventDefinition"));
  }
}
