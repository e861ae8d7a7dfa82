package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRefused;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.Evaluator;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Decisions of the standard's evaluator that would take the server with them. */
class StandardBudgetTest {
  private static final ListeningDmnEngine ENGINE =
      new ListeningDmnEngine(new StaticListableBeanFactory().getBeanProvider(FeelEngine.class));
  private static final RulesProperties PROPERTIES =
      new RulesProperties(Duration.ofSeconds(30), Duration.ofSeconds(60), 4, 50);
  private final DmnCompiler compiler = new DmnCompiler(ENGINE, PROPERTIES);
  private final DmnEvaluator evaluator =
      new DmnEvaluator(ENGINE, new DmnTrace(new RuleValues(new ObjectMapper())), PROPERTIES);

  @AfterEach
  void end() {
    evaluator.destroy();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1..n return i",
        "count(for a in 1..n, b in 1..n return a * b)",
        "count([1..n][item = 0]) + count(for i in 1..n return [i])",
        "{f: function(k) if k = 0 then [1] else concatenate(f(k - 1), f(k - 1)), r: f(n)}.r",
        "{f: function(s, k) if k = 0 then s else f(s + s, k - 1), r: f(\"ab\", 60)}.r",
        "{f: function(k) f(k + 1), r: f(n)}.r",
        "floor(10 ** 999999999)",
        "10 ** 999999999",
        "string(10 ** 999999999)",
        "replace(text, \"a\", text)",
        "string join(for i in 1..2000 return text, text)"
      })
  void whatNeverEndsOrMakesEverMoreIsRefused(String expression) {
    assertRefused(literal(expression), "k");
    assertThat(evaluate(literal("sum(for i in 1..1000 return i)"), "k").result())
        .hasToString("500500");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matches(text, \"(a+)+b\")",
        "matches(text, \"(a*)*b\")",
        "matches(text, \"(.*)*(.*)*(.*)*x\")",
        "contains(replace(text, \"(a|aa)+b\", \"x\"), \"x\")",
        "count(split(text, \"(a+)+b\")) > 1"
      })
  void aPatternWithCountlessWaysToMatchEnds(String expression) {
    assertThat(
            evaluate(literal(expression.replace("text", "substring(text, 1, 60)")), "k").result())
        .hasToString("false");
  }

  @Test
  void aDoublingContextIsRefused() {
    StringBuilder context = new StringBuilder("{t0: \"ab\"");
    for (int i = 1; i <= 40; i++) {
      context.append(", t").append(i).append(": t").append(i - 1).append(" + t").append(i - 1);
    }
    assertRefused(literal(context + "}.t40"), "k");
  }

  @Test
  void theCellsOfATableAndWhatItRequiresAreBoundedToo() {
    String table =
        """
        <inputData id="in" name="n"><variable name="n" typeRef="number"/></inputData>
        <decision id="k" name="k"><variable name="k"/><informationRequirement><requiredInput href="#in"/></informationRequirement>
          <decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="number"><text>n</text></inputExpression></input>
          <output name="y" typeRef="number"/>
          <rule><inputEntry><text>&lt; count(for i in 1..n return i)</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
          </decisionTable></decision>
        <decision id="r" name="r"><variable name="r"/><informationRequirement><requiredDecision href="#k"/></informationRequirement>
          <literalExpression><text>k</text></literalExpression></decision>
        """;
    assertRefused(model(table), "k");
    assertRefused(model(table), "r");
  }

  private void assertRefused(String model, String decision) {
    assertThatThrownBy(() -> evaluate(model, decision))
        .isInstanceOfSatisfying(
            EvaluationRefused.class,
            refused -> {
              assertThat(refused.kind().status()).isEqualTo(422);
              assertThat(refused.getMessage())
                  .matches("(?s).*(Make it simpler|too large or too small).*");
            });
  }

  private Evaluation evaluate(String model, String decision) {
    assertThat(compiler.compiled(model, model).views())
        .allSatisfy(view -> assertThat(view.evaluator()).isEqualTo(Evaluator.STANDARD));
    Map<String, JsonNode> facts =
        Map.of(
            "n", BigIntegerNode.valueOf(BigInteger.TEN.pow(12)),
            "text", TextNode.valueOf("a".repeat(100_000)));
    return evaluator.evaluate(
        compiler.compiled(model, model), "key", null, new EvaluationRequest(facts, null, decision));
  }

  private static String literal(String expression) {
    return model(
        """
        <inputData id="in" name="n"><variable name="n" typeRef="number"/></inputData>
        <inputData id="it" name="text"><variable name="text" typeRef="string"/></inputData>
        <decision id="k" name="k"><variable name="k"/>
          <informationRequirement><requiredInput href="#in"/></informationRequirement>
          <informationRequirement><requiredInput href="#it"/></informationRequirement>
          <literalExpression><text><![CDATA[%s]]></text></literalExpression></decision>
        """
            .formatted(expression));
  }

  private static String model(String content) {
    return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" namespace=\"t\">%s</definitions>"
        .formatted(content);
  }
}
