package io.flowmaster.processes.internal;

import java.util.HashSet;
import java.util.Set;

/** Ids are what everything refers to: each may be used once in a file. */
final class ModelDuplicateIdRule implements ModelRule {

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    Set<String> seen = new HashSet<>();
    model
        .elements()
        .filter(element -> element.id() != null && standard(element))
        .filter(element -> !seen.add(element.id()))
        .forEach(
            element ->
                findings.error(
                    element,
                    "duplicate-id",
                    "The id \"%s\" is used more than once in the file. Give each element an id of its own."
                        .formatted(element.id())));
  }

  /** Extensions may use ids of their own. */
  private static boolean standard(ModelElement element) {
    return !element.name().startsWith("camunda:") && !element.name().startsWith("{");
  }
}
