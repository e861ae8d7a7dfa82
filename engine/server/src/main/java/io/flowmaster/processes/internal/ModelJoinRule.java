package io.flowmaster.processes.internal;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A parallel join behind an exclusive split waits for a token that never comes. */
final class ModelJoinRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .nodes("parallelGateway")
        .filter(join -> model.incoming(join).size() > 1)
        .forEach(join -> check(model, join, findings));
  }

  private static void check(ModelDocument model, ModelElement join, ModelFindings findings) {
    Set<ModelElement> once = new HashSet<>();
    model.incoming(join).stream()
        .flatMap(flow -> origin(model, flow).stream())
        .filter(split -> split.is("exclusiveGateway", "eventBasedGateway"))
        .filter(split -> !once.add(split))
        .findFirst()
        .ifPresent(
            split ->
                findings.warning(
                    join,
                    "join-deadlock",
                    ("%s waits for all of its incoming flows, but %s takes only one of them: the execution"
                            + " would wait forever. Join with an exclusive gateway.")
                        .formatted(join.called(), split.called())));
  }

  /** The split that a straight path to the flow comes from. */
  private static Optional<ModelElement> origin(ModelDocument model, ModelElement flow) {
    ModelElement at = flow;
    for (int steps = 0; steps < ModelReader.DEEPEST; steps++) {
      Optional<ModelElement> source =
          model.byId(Objects.requireNonNullElse(at.attribute("sourceRef"), ""));
      if (source.isEmpty() || model.outgoing(source.get()).size() > 1) {
        return source;
      }
      if (model.incoming(source.get()).size() != 1 || !model.attached(source.get()).isEmpty()) {
        return Optional.empty();
      }
      at = model.incoming(source.get()).get(0);
    }
    return Optional.empty();
  }
}
