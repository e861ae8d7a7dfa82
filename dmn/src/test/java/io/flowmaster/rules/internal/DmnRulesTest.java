package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.rules.DecisionTableSketch;
import io.flowmaster.rules.DecisionTableSketch.InputColumn;
import io.flowmaster.rules.DecisionTableSketch.OutputColumn;
import io.flowmaster.rules.DecisionTableSketch.Row;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRefused;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.UnreadableRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class DmnRulesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final ListeningDmnEngine ENGINE =
      new ListeningDmnEngine(new StaticListableBeanFactory().getBeanProvider(FeelEngine.class));
  private static final RulesProperties PROPERTIES = limited(Duration.ofSeconds(20));
  private final DmnCompiler compiler = new DmnCompiler(ENGINE, PROPERTIES);

  @Test
  void theSameSketchGivesTheSameModel() {
    assertThat(sketch("FIRST", "1", "2")).isEqualTo(sketch("FIRST", "1", "2"));
  }

  @Test
  void aSketchWithTooFewCellsIsRefusedWithPointers() {
    DecisionTableSketch crooked =
        new DecisionTableSketch(
            "COLLECT",
            null,
            List.of(new InputColumn(null, "x", null)),
            List.of(new OutputColumn(null, "y", null)),
            List.of(new Row(List.of(), List.of("1", "2"), null)));
    assertThatThrownBy(() -> SketchedTable.toDmn("k", "n", crooked))
        .isInstanceOfSatisfying(
            UnreadableRules.class,
            refused ->
                assertThat(refused.errors())
                    .extracting("pointer")
                    .containsExactly("/table/rules/0/inputs", "/table/rules/0/outputs"));
  }

  @Test
  void anEntityIsNeverResolved() {
    assertThatThrownBy(
            () ->
                SafeDmn.read("<!DOCTYPE d [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]><d>&e;</d>"))
        .isInstanceOf(UnreadableRules.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void anotherEncodingThanUtf8IsRefused() {
    assertThatThrownBy(() -> SafeDmn.read("<?xml version='1.0' encoding='UTF-16'?><a/>"))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void aModelIsCompiledOnce() {
    String xml = sketch("FIRST", "1", "2");
    assertThat(compiler.compiled("sum", xml)).isSameAs(compiler.compiled("sum", xml));
  }

  @Test
  void everyAggregationGivesTheBareValue() {
    for (Map.Entry<String, String> wanted :
        Map.of("SUM", "6", "MIN", "1", "MAX", "3", "COUNT", "3").entrySet()) {
      String xml = SketchedTable.toDmn("k", "n", table("COLLECT", wanted.getKey(), "1", "2", "3"));
      assertThat(evaluate(xml, Map.of("x", JSON.valueToTree(1))).result().asText())
          .as(wanted.getKey())
          .isEqualTo(wanted.getValue());
    }
  }

  @Test
  void nothingMatchedIsNullForOneHitAndAnEmptyListForMany() {
    Map<String, JsonNode> facts = Map.of("x", JSON.valueToTree(5));
    assertThat(evaluate(table("UNIQUE", "7"), facts).result().isNull()).isTrue();
    assertThat(evaluate(table("COLLECT", "7"), facts).result().isArray()).isTrue();
    assertThat(evaluate(table("COLLECT", "7"), facts).result()).isEmpty();
  }

  @Test
  void nullIsAValueAndAbsenceIsNot() {
    Map<String, JsonNode> facts = new HashMap<>();
    facts.put("x", JSON.nullNode());
    assertThat(evaluate(table("FIRST", "null"), facts).matchedRules()).hasSize(1);
    assertThatThrownBy(() -> evaluate(table("FIRST", "null"), Map.of()))
        .isInstanceOfSatisfying(
            EvaluationRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("inputs-missing"));
  }

  @Test
  void anEvaluationHasATimeLimit() {
    RulesProperties hasty = limited(Duration.ofMillis(1));
    DmnEvaluator evaluator = new DmnEvaluator(ENGINE, new DmnTrace(new RuleValues(JSON)), hasty);
    CompiledRules rules =
        compiler.compiled(
            "slow",
            SketchedTable.toDmn(
                "k",
                "n",
                table("FIRST", null, "count(for a in 1..300, b in 1..300 return a * b)")));
    assertThatThrownBy(
            () -> evaluator.evaluate(rules, "k", null, request(Map.of("x", JSON.valueToTree(1)))))
        .isInstanceOfSatisfying(
            EvaluationRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("evaluation-too-long"));
    evaluator.destroy();
  }

  @Test
  void onlyWhatFeelCalculatesNeedsATimeLimit() {
    assertThat(calculates(table("FIRST", "[1..3], \"a\", null"))).isFalse();
    assertThat(calculates(table("FIRST", "? > 1"))).isTrue();
    assertThat(calculates(table("FIRST", null, "x + 1"))).isTrue();
  }

  private boolean calculates(DecisionTableSketch table) {
    String xml = SketchedTable.toDmn("k", "n", table);
    return ENGINE.calculates(compiler.compiled(RuleDrafts.checksum(xml), xml).decision(null, "k"));
  }

  @Test
  void aLoopWithoutEndIsRefused() {
    String endless = sketch("FIRST", "for a in 1..5000, b in 1..5000 return a");
    assertThatThrownBy(() -> compiler.compiled("endless", endless))
        .isInstanceOf(UnreadableRules.class)
        .hasMessageContaining("rule_1_output_1");
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(RuleValues.facts(Map.of("n", JSON.valueToTree(7)))).containsEntry("n", 7);
    assertThat(RuleValues.facts(Map.of("n", JSON.valueToTree(1L << 40))))
        .containsEntry("n", 1L << 40);
    assertThat(RuleValues.facts(Map.of("n", JSON.valueToTree(0.1)))).containsEntry("n", 0.1);
  }

  private static DecisionTableSketch table(String policy, String test) {
    return new DecisionTableSketch(
        policy,
        null,
        List.of(new InputColumn("X", "x", "any")),
        List.of(new OutputColumn(null, "y", null)),
        List.of(new Row(List.of(test), List.of("\"hit\""), null)));
  }

  private static DecisionTableSketch table(String policy, String aggregation, String... results) {
    return new DecisionTableSketch(
        policy,
        aggregation,
        List.of(new InputColumn("X", "x", "any")),
        List.of(new OutputColumn(null, "y", null)),
        List.of(results).stream().map(r -> new Row(List.of("-"), List.of(r), null)).toList());
  }

  private static String sketch(String policy, String... results) {
    return SketchedTable.toDmn("k", "n", table(policy, null, results));
  }

  private Evaluation evaluate(DecisionTableSketch table, Map<String, JsonNode> facts) {
    return evaluate(SketchedTable.toDmn("k", "n", table), facts);
  }

  private Evaluation evaluate(String xml, Map<String, JsonNode> facts) {
    DmnEvaluator evaluator =
        new DmnEvaluator(ENGINE, new DmnTrace(new RuleValues(JSON)), PROPERTIES);
    try {
      CompiledRules rules = compiler.compiled(RuleDrafts.checksum(xml), xml);
      return evaluator.evaluate(rules, "k", null, request(facts));
    } finally {
      evaluator.destroy();
    }
  }

  private static EvaluationRequest request(Map<String, JsonNode> facts) {
    return new EvaluationRequest(facts, null, null);
  }

  private static RulesProperties limited(Duration evaluation) {
    return new RulesProperties(evaluation, Duration.ofSeconds(60), 4, 10);
  }
}
