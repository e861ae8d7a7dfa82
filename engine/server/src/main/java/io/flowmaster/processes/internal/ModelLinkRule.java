package io.flowmaster.processes.internal;

import java.util.Set;
import java.util.stream.Collectors;

/** A link that is thrown needs the link of the same name that catches it. */
final class ModelLinkRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    Set<String> caught =
        model.nodes("intermediateCatchEvent").map(ModelLinkRule::link).collect(Collectors.toSet());
    model
        .nodes("intermediateThrowEvent")
        .filter(event -> event.has("linkEventDefinition") && !caught.contains(link(event)))
        .forEach(
            event ->
                findings.warning(
                    event,
                    "link-target",
                    "The link %s leads nowhere. Add a catching link event with the same link name."
                        .formatted(event.called())));
  }

  private static String link(ModelElement event) {
    return event.child("linkEventDefinition").map(ModelElement::label).orElse("");
  }
}
