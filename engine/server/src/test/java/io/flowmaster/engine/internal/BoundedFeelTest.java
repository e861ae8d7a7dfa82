package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.engine.internal.PolicyProperties.Allowance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedFeelTest {
  private static final Map<String, Object> VARIABLES =
      Map.of(
          "n",
          1_000_000_000,
          "k",
          3_000,
          "items",
          List.of(1, 2, 3),
          "name",
          "Ana",
          "order",
          Map.of("price", 9.99, "lines", List.of(Map.of("count", 2), Map.of("count", 3))),
          "long",
          "a".repeat(60) + "!",
          "huge",
          "a".repeat(600_000),
          "thread",
          new Thread());
  private final FeelEngineApi bounded =
      new FeelEngineApi(
          new BoundedFeel(
              ModelPolicyTest.limits(
                  new Allowance(Set.of(), Set.of(), Set.of(), Set.of()), Map.of()),
              BoundedFeel.values(),
              org.camunda.feel.FeelEngine.defaultClock()));
  private final FeelEngineApi stock = FeelEngineBuilder.forJava().build();

  @ParameterizedTest
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(
      strings = {
        "for i in 1..n return i",
        "for i in n..1 return i",
        "count(for a in 1..k, b in 1..k return a)",
        "some a in 1..k, b in 1..k, c in 1..k satisfies a < 0",
        "for a in 1..k return for b in 1..k return for c in 1..k return 1",
        "for i in 1..40 return if i = 1 then [1, 1] else concatenate(partial[-1], partial[-1])",
        "for i in 1..40 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
        "for i in 1..40 return if i = 1 then \"ab\" else string join([partial[-1], partial[-1]])",
        "for i in 1..40 return if i = 1 then [1] else [partial[-1], partial[-1], partial[-1]]",
        "for i in 1..40 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}",
        "matches(long, \".*.*.*.*.*.*.*.*b\")",
        "replace(long, \".*.*.*.*.*.*.*.*b\", \"\")",
        "replace(huge, \"a\", huge)",
        "split(long, \".*.*.*.*.*.*.*.*b\")",
        "extract(long, \".*.*.*.*.*.*.*.*b\")",
        "distinct values(for i in 1..200000 return i)",
        "decimal(1, 2000000000)",
        "floor(number(\"1e2000000000\"))",
        "{f: function(x) f(x + 1), g: f(1)}.g",
        "{f: function(a) external {java: {class: \"java.lang.System\", method signature: \"nanoTime()\"}}, g: f(1)}.g"
      })
  void whatWouldNotEndIsEnded(String expression) {
    EvaluationResult result = bounded.evaluateExpression(expression, VARIABLES);
    assertThat(result.isFailure() || result.result() == null || suppressed(result))
        .as(String.valueOf(result.isSuccess() ? result.result() : ""))
        .isTrue();
  }

  private static boolean suppressed(EvaluationResult result) {
    return result.suppressedFailures().nonEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thread.name",
        "thread.getName()",
        "name.getClass()",
        "thread.getClass().getName()",
        "order.getClass()"
      })
  void javaObjectsAreNoContexts(String expression) {
    EvaluationResult result = bounded.evaluateExpression(expression, VARIABLES);
    assertThat(result.isFailure() || result.result() == null).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 1",
        "1 / 3",
        "2 ** 10",
        "name + \" Example\"",
        "for i in 1..10 return i * i",
        "for i in 10..1 return i",
        "for a in 1..3, b in [10, 20] return a * b",
        "some x in items satisfies x > 2",
        "every x in items, y in items satisfies x + y > 1",
        "sum(order.lines.count)",
        "order.lines[count > 2]",
        "items[-1]",
        "if name = \"Ana\" then 1 else 2",
        "missing",
        "missing.member",
        "1 + \"a\"",
        "null = null",
        "matches(name, \"A.a\")",
        "matches(name, \"ANA\", \"i\")",
        "replace(name, \"(A)\", \"$1$1\")",
        "replace(name, \"a\", \"b\", \"i\")",
        "replace(name, \"[\", \"b\")",
        "split(\"a;b;c\", \";\")",
        "extract(\"ab12cd\", \"[0-9]+\")",
        "matches(input: name, pattern: \"A\")",
        "matches(1, 2)",
        "distinct values([1, 2, 1])",
        "union([1], [2, 1])",
        "decimal(1.2345, 2)",
        "floor(1.5)",
        "round half up(1.25, 1)",
        "{a: 1, b: a + 1}.b",
        "{f: function(a) a + 1, r: f(1)}.r",
        "{matches: function(a) a, r: matches(1)}.r",
        "sort(items, function(x, y) x > y)",
        "date(\"2026-01-31\") + duration(\"P1M\")",
        "string(1.10)",
        "number(\"1.5\")",
        "context put({a: 1}, \"b\", 2)",
        "get entries({a: 1})",
        "name instance of string",
        "5 between 1 and 10",
        "assert(1, 1 = 2)",
        "nothing such(1)",
        "flatten([[1], [2, [3]]])",
        "index of([1, 2, 1], 1)"
      })
  void whatEndsGivesTheSameAsBefore(String expression) {
    EvaluationResult expected = stock.evaluateExpression(expression, VARIABLES);
    EvaluationResult actual = bounded.evaluateExpression(expression, VARIABLES);
    assertThat(actual.isSuccess()).as(expression).isEqualTo(expected.isSuccess());
    if (expected.isSuccess()) {
      assertThat(actual.result()).isEqualTo(expected.result());
    }
  }

  @Test
  void unaryTestsGiveTheSameAsBefore() {
    for (String test : List.of("> 5", "[1..10]", "not(7)", "7, 8", "-", "? > 5 and ? < 8")) {
      for (int input : List.of(1, 7, 12)) {
        assertThat(bounded.evaluateUnaryTests(test, input, VARIABLES).result())
            .as(test + " of " + input)
            .isEqualTo(stock.evaluateUnaryTests(test, input, VARIABLES).result());
      }
    }
  }

  @Test
  void oneEvaluationDoesNotUseUpTheNext() {
    for (int i = 0; i < 50; i++) {
      EvaluationResult result =
          bounded.evaluateExpression("sum(for i in 1..2000 return i)", VARIABLES);
      assertThat(result.isSuccess()).as(result.toString()).isTrue();
    }
  }
}
