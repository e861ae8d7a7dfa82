package io.flowmaster.platform;

/** An expression is wrong, has no value, or takes too much (422). */
public final class ExpressionFailed extends Problem {
  /**
   * @param expression as it was written
   * @param because what is the matter, as a part of a sentence
   */
  public ExpressionFailed(String expression, String because) {
    super(
        ProblemKind.UNACCEPTABLE,
        "expression-failed",
        "The expression '" + shortened(expression) + "' cannot be evaluated: " + because);
  }

  private static String shortened(String expression) {
    return expression.length() <= 100 ? expression : expression.substring(0, 100) + "…";
  }
}
