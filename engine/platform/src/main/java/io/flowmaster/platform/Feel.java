package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * FEEL (DMN 1.5, chapter 10) on plain JSON, for whoever maps values as a person wrote it down. An
 * evaluation has a budget of time, steps and room, and reaches no Java.
 */
public interface Feel {

  /**
   * The value of an expression.
   *
   * @param expression without a leading {@code =}
   * @param variables what it may name
   * @return JSON; dates, times and durations as text, JSON null when it has no value
   * @throws ExpressionFailed when it is no FEEL, fails, or takes too much
   */
  JsonNode evaluate(String expression, Map<String, JsonNode> variables);

  /**
   * Whether it can be read as an expression.
   *
   * @throws ExpressionFailed when it cannot
   */
  void check(String expression);
}
