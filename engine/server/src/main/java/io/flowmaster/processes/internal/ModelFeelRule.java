package io.flowmaster.processes.internal;

import java.util.Optional;

/** FEEL is read only when an execution comes to it, so a slip would show that late. */
final class ModelFeelRule implements ModelRule {
  private final FeelSyntax feel;

  ModelFeelRule(FeelSyntax feel) {
    this.feel = feel;
  }

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model
        .elements()
        .filter(
            element -> "feel".equalsIgnoreCase(element.attribute("language")) || scripted(element))
        .filter(
            element ->
                element.is("conditionExpression", "condition", "camunda:script", "scriptTask"))
        .forEach(element -> check(element, findings));
  }

  private static boolean scripted(ModelElement element) {
    return "feel".equalsIgnoreCase(element.attribute("scriptFormat"));
  }

  private void check(ModelElement element, ModelFindings findings) {
    String text = element.child("script").map(ModelElement::text).orElse(element.text());
    Optional<String> fault = text.isEmpty() ? Optional.empty() : feel.faultOfExpression(text);
    fault.ifPresent(
        said ->
            findings.warning(
                element,
                "feel",
                "The FEEL expression cannot be read: %s. Correct it.".formatted(said)));
  }
}
