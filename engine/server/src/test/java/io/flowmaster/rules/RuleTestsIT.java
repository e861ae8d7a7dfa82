package io.flowmaster.rules;

import static io.flowmaster.rules.RuleFixtures.created;
import static io.flowmaster.rules.RuleFixtures.evaluate;
import static io.flowmaster.rules.RuleFixtures.key;
import static io.flowmaster.rules.RuleFixtures.published;
import static io.flowmaster.rules.RuleFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class RuleTestsIT {
  private final Caller designer;
  private final Caller stranger;

  RuleTestsIT(Api api) {
    this.designer = api.as("designer", "designer");
    this.stranger = api.otherAdmin();
  }

  @Test
  void aFailingTestCaseRefusesPublishWithTheDifferences() {
    String id = created(designer, key(), table("FIRST", "number", "> 100 -> 0.1", "- -> 0"));
    keep(id, test("large", 150, Map.of("y", 0.1)), test("small", 5, Map.of("y", 7)));
    Answer refused = designer.post("/rules/" + id + "/publish").expect(422);
    assertThat(refused.at("/type")).endsWith("rule-tests-fail");
    assertThat(refused.json().get("errors")).hasSize(1);
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/tests/1");
    assertThat(refused.at("/errors/0/detail")).contains("small", "{\"y\":7}", "{\"y\":0}");
    assertThat(designer.get("/rules/" + id).expect(200).at("/status")).isEqualTo("DRAFT");
    keep(id, test("large", 150, Map.of("y", 0.10)), test("small", 5, Map.of("y", 0.0)));
    designer.post("/rules/" + id + "/publish").expect(201);
  }

  @Test
  void testCasesCanBeRunAtAnyTime() {
    String id = published(designer, key(), table("FIRST", "number", "> 100 -> 0.1", "- -> 0"));
    keep(id, test("none", 5, null));
    Answer run = designer.post("/rules/" + id + "/tests/run").expect(200);
    assertThat(run.at("/passed")).isEqualTo("false");
    assertThat(run.json().at("/outcomes/0/actual/y").asInt()).isZero();
    designer.post("/rules/" + id + "/tests/run?version=9").expect(404);
  }

  @Test
  void twoTestCasesOfOneNameAndAStaleETagAreRefused() {
    String id = created(designer, key(), table("FIRST", "number", "- -> 0"));
    String etag = designer.get("/rules/" + id).expect(200).header("ETag");
    Map<String, Object> twice =
        Map.of("tests", List.of(test("same", 1, null), test("same", 2, null)));
    designer.with("If-Match", etag).put("/rules/" + id + "/tests", twice).expect(422);
    designer
        .with("If-Match", "\"99\"")
        .put("/rules/" + id + "/tests", Map.of("tests", List.of()))
        .expect(412);
    assertThat(designer.get("/rules/" + id + "/tests").expect(200).json().get("tests")).isEmpty();
  }

  @Test
  void testCasesAndAnalysisBelongToTheTenant() {
    String id = created(designer, key(), table("FIRST", "number", "- -> 0"));
    stranger.get("/rules/" + id + "/tests").expect(404);
    stranger.post("/rules/" + id + "/tests/run").expect(404);
    stranger.get("/rules/" + id + "/analysis").expect(404);
  }

  @Test
  void anAnalysisNamesRulesAndShowsAnExample() {
    String id = created(designer, key(), table("UNIQUE", "number", "< 5 -> 1", "[4..9] -> 2"));
    Answer found = designer.get("/rules/" + id + "/analysis").expect(200);
    assertThat(found.json().at("/tables/0/overlaps/0/rules").toString()).isEqualTo("[1,2]");
    assertThat(found.json().at("/tables/0/overlaps/0/example/x").asDouble()).isBetween(4.0, 4.99);
    assertThat(found.json().at("/tables/0/gaps/0/example/x").asDouble()).isGreaterThan(9);
  }

  @Test
  void theEvaluatorCanBeChosenAndIsShown() {
    String id = published(designer, key(), withoutVariables());
    assertThat(designer.get("/rules/" + id).expect(200).at("/evaluator")).isEqualTo("AUTO");
    Answer before = evaluate(designer, id, Map.of("x", 500)).expect(200);
    assertThat(before.at("/evaluator")).isEqualTo("CAMUNDA");
    String etag = designer.get("/rules/" + id).expect(200).header("ETag");
    Answer changed =
        designer
            .with("If-Match", etag)
            .put("/rules/" + id, Map.of("evaluator", "STANDARD"))
            .expect(200);
    assertThat(changed.at("/decisions/0/evaluator")).isEqualTo("STANDARD");
    designer.post("/rules/" + id + "/publish").expect(201);
    Answer after = evaluate(designer, id, Map.of("x", 500)).expect(200);
    assertThat(after.at("/evaluator")).isEqualTo("STANDARD");
    assertThat(after.json().get("result")).hasToString(before.json().get("result").toString());
  }

  /** As Camunda's tools write it: neither the decision nor its input has a variable. */
  private static String withoutVariables() {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="n" namespace="t">
          <inputData id="input" name="x"/>
          <decision id="k" name="Discount">
            <informationRequirement id="r"><requiredInput href="#input"/></informationRequirement>
            <decisionTable id="t" hitPolicy="FIRST">
              <input id="i" label="X"><inputExpression id="e" typeRef="number"><text>x</text></inputExpression></input>
              <output id="o" name="y" typeRef="number"/>
              <rule id="r1"><inputEntry id="a"><text>&gt; 100</text></inputEntry><outputEntry id="b"><text>0.1</text></outputEntry></rule>
              <rule id="r2"><inputEntry id="c"><text>-</text></inputEntry><outputEntry id="f"><text>0</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>""";
  }

  private void keep(String id, Object... tests) {
    String etag = designer.get("/rules/" + id).expect(200).header("ETag");
    designer
        .with("If-Match", etag)
        .put("/rules/" + id + "/tests", Map.of("tests", List.of(tests)))
        .expect(200);
  }

  private static Map<String, Object> test(String name, int x, Object expected) {
    return expected == null
        ? Map.of("name", name, "variables", Map.of("x", x))
        : Map.of("name", name, "variables", Map.of("x", x), "expected", expected);
  }
}
