package io.flowmaster.models;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** The tenant's guardrails block a question or an answer. */
public class GuardrailTripped extends Problem {

  /**
   * @param where {@code input} or {@code output}
   * @param rules the names of the rules that it broke; never holds the text
   */
  public GuardrailTripped(String where, List<String> rules) {
    super(
        ProblemKind.UNACCEPTABLE,
        "guardrail-tripped",
        "The guardrails of this tenant block the " + where + ": " + String.join(", ", rules) + ".",
        List.of(),
        Map.of("where", where, "rules", List.copyOf(rules)));
  }
}
