package io.flowmaster.processes.internal;

import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Reads FEEL without evaluating it. */
final class FeelSyntax {
  private static final int LONGEST = 10_000;
  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  /** What is wrong with an expression; empty when nothing is. */
  Optional<String> faultOfExpression(String text) {
    return fault(text, false);
  }

  /** What is wrong with the entry of a decision table's input; empty when nothing is. */
  Optional<String> faultOfUnaryTests(String text) {
    return fault(text, true);
  }

  private Optional<String> fault(String text, boolean unary) {
    if (text.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    try {
      ParseResult result = unary ? feel.parseUnaryTests(text) : feel.parseExpression(text);
      return result.isSuccess()
          ? Optional.empty()
          : Optional.of(firstLine(result.failure().message()));
    } catch (StackOverflowError nested) {
      return Optional.of("it is nested too deeply");
    }
  }

  private static String firstLine(String message) {
    String said = message.lines().findFirst().orElse("").strip();
    return said.length() > 300 ? said.substring(0, 300) + "…" : said;
  }
}
