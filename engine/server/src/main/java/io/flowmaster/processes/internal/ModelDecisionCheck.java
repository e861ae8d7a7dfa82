package io.flowmaster.processes.internal;

import java.util.Optional;

/**
 * Reads the FEEL of a decision file, which the engine reads only when it evaluates. Texts in other
 * languages are the engine's business.
 */
final class ModelDecisionCheck {
  private final FeelSyntax feel;

  ModelDecisionCheck(FeelSyntax feel) {
    this.feel = feel;
  }

  void check(ModelElement root, ModelFindings findings) {
    root.tree()
        .filter(
            element ->
                element.is("inputEntry", "outputEntry", "inputExpression", "literalExpression"))
        .filter(ModelDecisionCheck::inFeel)
        .forEach(element -> checkText(element, findings));
  }

  private static boolean inFeel(ModelElement element) {
    String language = element.attribute("expressionLanguage");
    return language == null || language.equalsIgnoreCase("feel") || language.contains("FEEL");
  }

  private void checkText(ModelElement element, ModelFindings findings) {
    String text = element.child("text").map(ModelElement::text).orElse("");
    if (text.isEmpty() || text.equals("-")) {
      return;
    }
    Optional<String> fault =
        element.is("inputEntry") ? feel.faultOfUnaryTests(text) : feel.faultOfExpression(text);
    fault.ifPresent(
        said ->
            findings.warning(
                element,
                "feel",
                "The FEEL expression cannot be read: %s. Correct it.".formatted(said)));
  }
}
