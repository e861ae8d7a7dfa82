package io.flowmaster.engine.internal;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a DMN file must not do. */
final class DmnPolicy extends PolicyReader {
  private static final String LANGUAGE = "expressionLanguage";
  private static final Set<String> FOREIGN = Set.of("java", "pmml");
  private static final Set<String> FUNCTIONS = Set.of("functionDefinition", "encapsulatedLogic");
  private static final Set<String> WITH_TEXT =
      Set.of("inputExpression", "inputEntry", "outputEntry", "literalExpression");

  DmnPolicy(PolicyFindings findings) {
    super(findings);
  }

  @Override
  protected boolean hasKnownId(Open element) {
    return true;
  }

  @Override
  protected void begun(Open element) {
    String language = element.attribute(LANGUAGE);
    if (language != null && !isFeel(language)) {
      findings.language(here(), language);
    }
    String kind = element.attribute("kind");
    if (FUNCTIONS.contains(element.name())
        && kind != null
        && FOREIGN.contains(kind.toLowerCase(Locale.ROOT))) {
      findings.refuse(
          here(),
          Violation.FEEL_JAVA,
          "A function of the kind %s is not allowed. Write it in FEEL."
              .formatted(PolicyFindings.shown(kind)));
    }
  }

  @Override
  protected void ended(Open element) {
    Open owner = parent();
    if (!element.name().equals("text") || owner == null || !WITH_TEXT.contains(owner.name())) {
      return;
    }
    String language = owner.attribute(LANGUAGE);
    if (language == null || isFeel(language)) {
      findings.feel(here(), element.text(), owner.name().equals("inputEntry"));
    } else {
      findings.juel(here(), element.text());
    }
  }

  private static boolean isFeel(@Nullable String language) {
    String name = String.valueOf(language).strip().toLowerCase(Locale.ROOT);
    return name.equals("feel") || name.contains("omg.org/spec/") && name.contains("/feel");
  }
}
