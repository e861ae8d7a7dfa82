package io.flowmaster.rules;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.util.List;
import java.util.Map;

/** A draft does not decide as its test cases expect, so it cannot be published. */
public final class RuleTestsFail extends Problem {

  /**
   * @param failed outcomes of the test cases that did not pass
   */
  public RuleTestsFail(List<RuleTestOutcome> failed) {
    super(
        ProblemKind.UNACCEPTABLE,
        "rule-tests-fail",
        failed.size() == 1
            ? "A test case fails. Correct the rules, or the test case."
            : "%d test cases fail. Correct the rules, or the test cases.".formatted(failed.size()),
        failed.stream().limit(100).map(RuleTestsFail::error).toList(),
        Map.of("tests", failed.stream().limit(100).toList()));
  }

  private static FieldError error(RuleTestOutcome outcome) {
    String got = outcome.actual() == null ? outcome.problem() : "got " + shown(outcome.actual());
    return new FieldError(
        "/tests/" + outcome.index(),
        "%s: expected %s, but %s".formatted(outcome.name(), shown(outcome.expected()), got));
  }

  private static String shown(Object json) {
    String text = json.toString();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
