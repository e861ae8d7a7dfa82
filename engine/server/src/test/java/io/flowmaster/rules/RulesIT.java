package io.flowmaster.rules;

import static io.flowmaster.rules.RuleFixtures.create;
import static io.flowmaster.rules.RuleFixtures.created;
import static io.flowmaster.rules.RuleFixtures.evaluate;
import static io.flowmaster.rules.RuleFixtures.key;
import static io.flowmaster.rules.RuleFixtures.literal;
import static io.flowmaster.rules.RuleFixtures.pricing;
import static io.flowmaster.rules.RuleFixtures.published;
import static io.flowmaster.rules.RuleFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PlatformTest
class RulesIT {
  private final Api api;
  private final Caller designer;
  private final Caller employee;

  RulesIT(Api api) {
    this.api = api;
    this.designer = api.as("designer", "designer");
    this.employee = api.as("employee", "employee");
  }

  @Test
  void aTableBecomesDmnAndIsEvaluatedAsADraft() {
    String key = key();
    Answer made = create(designer, key, table("FIRST", "number", ">= 100 -> 0.1", "- -> 0"));
    made.expect(201);
    assertThat(made.header("Location")).isEqualTo("/rules/" + made.at("/id"));
    assertThat(made.at("/status")).isEqualTo("DRAFT");
    assertThat(made.at("/decisions/0/hitPolicy")).isEqualTo("FIRST");
    assertThat(made.at("/dmnXml")).contains("decisionTable");

    Answer evaluated = evaluate(employee, made.at("/id"), Map.of("x", 120)).expect(200);
    assertThat(evaluated.at("/result/y")).isEqualTo("0.1");
    assertThat(evaluated.at("/source")).isEqualTo("DRAFT");
    assertThat(evaluated.json().get("version").isNull()).isTrue();
    assertThat(evaluated.at("/matchedRules/0/index")).isEqualTo("1");
    assertThat(evaluated.at("/matchedRules/0/conditions/0")).isEqualTo(">= 100");
    assertThat(evaluated.at("/inputs/0/value")).isEqualTo("120");
  }

  @Test
  void requiredDecisionsAreTraced() {
    String key = key();
    String id = published(designer, key, pricing(key));
    Answer gold =
        evaluate(employee, id, Map.of("customer", Map.of("revenue", 2_000_000), "total", 50));
    gold.expect(200);
    assertThat(gold.at("/result/rate")).isEqualTo("0.2");
    assertThat(gold.at("/result/why")).isEqualTo("gold gold");
    assertThat(gold.at("/version")).isEqualTo("1");
    assertThat(gold.at("/source")).isEqualTo("PUBLISHED");
    assertThat(gold.at("/matchedRules/0/ruleId")).isEqualTo("r_gold");
    assertThat(gold.at("/matchedRules/0/description")).isEqualTo("Gold customers");
    assertThat(gold.at("/trace/0/decisionId")).isEqualTo(key + "_tier");
    assertThat(gold.at("/trace/0/result/tier")).isEqualTo("gold");
    assertThat(gold.at("/trace/1/decisionId")).isEqualTo(key);
  }

  @Test
  void oneDecisionOfManyCanBeAskedFor() {
    String key = key();
    String id = created(designer, key, pricing(key));
    Map<String, Object> body =
        Map.of("decisionId", key + "_tier", "variables", Map.of("customer", Map.of("revenue", 1)));
    Answer tier = employee.post("/rules/" + id + "/evaluate", body).expect(200);
    assertThat(tier.at("/result/tier")).isEqualTo("standard");
    Answer unknown =
        employee.post(
            "/rules/" + id + "/evaluate", Map.of("decisionId", "nope", "variables", Map.of()));
    unknown.expectProblem(422, "decision-unknown");
    assertThat(unknown.at("/detail")).contains("nope").contains(key);
  }

  @Test
  void publishingMakesVersionsAndUnchangedContentMakesNone() {
    String key = key();
    String id = created(designer, key, table("UNIQUE", "number", "1 -> \"a\""));
    Answer first = designer.post("/rules/" + id + "/publish", Map.of("changelog", "first"));
    first.expect(201);
    assertThat(first.at("/version")).isEqualTo("1");
    Answer again = designer.post("/rules/" + id + "/publish").expect(200);
    assertThat(again.at("/version")).isEqualTo("1");

    Answer read = designer.get("/rules/" + id).expect(200);
    assertThat(read.at("/status")).isEqualTo("PUBLISHED");
    assertThat(read.at("/unpublishedChanges")).isEqualTo("false");
    Map<String, Object> change = Map.of("table", table("UNIQUE", "number", "1 -> \"b\""));
    designer.with("If-Match", read.header("ETag")).put("/rules/" + id, change).expect(200);
    assertThat(evaluate(employee, id, Map.of("x", 1)).at("/result/y")).isEqualTo("a");
    designer.post("/rules/" + id + "/publish").expect(201);
    assertThat(evaluate(employee, id, Map.of("x", 1)).at("/result/y")).isEqualTo("b");

    Answer old =
        employee.post(
            "/rules/" + id + "/evaluate", Map.of("version", 1, "variables", Map.of("x", 1)));
    assertThat(old.at("/result/y")).isEqualTo("a");
    Answer versions = designer.get("/rules/" + id + "/versions?limit=1&count=true").expect(200);
    assertThat(versions.at("/items/0/version")).isEqualTo("2");
    assertThat(versions.at("/total")).isEqualTo("2");
    String next = "/rules/" + id + "/versions?limit=1&cursor=" + versions.at("/nextCursor");
    assertThat(designer.get(next).expect(200).at("/items/0/changelog")).isEqualTo("first");
    assertThat(designer.get("/rules/" + id + "/versions/1").at("/dmnXml")).contains("\"a\"");
    designer.get("/rules/" + id + "/versions/9").expectProblem(404, "rule-set-not-found");
  }

  @Test
  void aStaleOrMissingETagChangesNothing() {
    String id = created(designer, key(), table("UNIQUE", "number", "1 -> 1"));
    designer.put("/rules/" + id, Map.of("name", "X")).expectProblem(428, "if-match-required");
    designer
        .with("If-Match", "\"99\"")
        .put("/rules/" + id, Map.of("name", "X"))
        .expectProblem(412, "stale-version");
    assertThat(designer.get("/rules/" + id).at("/name")).startsWith("Rules ");
  }

  @Test
  void anArchivedSetLeavesTheListAndCannotBeChanged() {
    String key = key();
    String id = published(designer, key, table("UNIQUE", "number", "1 -> 1"));
    designer.delete("/rules/" + id).expect(204);
    assertThat(designer.get("/rules?q=" + key).at("/items/0/id")).isEmpty();
    assertThat(designer.get("/rules?status=ARCHIVED&q=" + key).at("/items/0/id")).isEqualTo(id);
    designer.post("/rules/" + id + "/publish").expectProblem(409, "rule-set-archived");
    designer.delete("/rules/" + id).expectProblem(409, "rule-set-archived");
  }

  @Test
  void aKeyIsUniqueAndADecisionHasOneOwner() {
    String key = key();
    published(designer, key, table("UNIQUE", "number", "1 -> 1"));
    create(designer, key, table("UNIQUE", "number", "1 -> 1")).expectProblem(409, "rule-key-taken");
    String other = created(designer, key(), literal(key, "1"));
    designer.post("/rules/" + other + "/publish").expectProblem(409, "decision-taken");
    assertThat(designer.get("/rules/" + other).at("/status")).isEqualTo("DRAFT");
  }

  @Test
  void anotherTenantsRulesAreNotThere() {
    String id = created(designer, key(), table("UNIQUE", "number", "1 -> 1"));
    Caller other = api.otherAdmin();
    other.get("/rules/" + id).expectProblem(404, "rule-set-not-found");
    other.post("/rules/" + id + "/publish").expectProblem(404, "rule-set-not-found");
    other.delete("/rules/" + id).expectProblem(404, "rule-set-not-found");
    evaluate(other, id, Map.of("x", 1)).expectProblem(404, "rule-set-not-found");
    assertThat(other.get("/rules?q=" + id).at("/items/0/id")).isEmpty();
  }

  @Test
  void designingNeedsARole() {
    create(employee, key(), table("UNIQUE", "number", "1 -> 1")).expectProblem(403, "forbidden");
  }

  @Test
  void whatIsMissingIsNamed() {
    String id = created(designer, key(), pricing(key()).replace("rules", "r"));
    Answer missing = evaluate(employee, id, Map.of());
    missing.expectProblem(422, "inputs-missing");
    assertThat(missing.json().at("/errors").findValuesAsText("pointer"))
        .containsExactly("/variables/customer", "/variables/total");
  }

  @Test
  void aViolatedHitPolicyNamesTheRules() {
    String id = created(designer, key(), table("UNIQUE", "number", "> 1 -> 1", "> 2 -> 2"));
    Answer refused = evaluate(employee, id, Map.of("x", 3));
    refused.expectProblem(422, "hit-policy-violated");
    assertThat(refused.at("/ruleIds/0")).isEqualTo("rule_1");
    assertThat(refused.at("/ruleIds/1")).isEqualTo("rule_2");
    assertThat(refused.at("/detail")).contains("UNIQUE").contains("1, 2");
    Answer any =
        evaluate(
            employee,
            created(designer, key(), table("ANY", "number", "> 1 -> 1", "> 2 -> 2")),
            Map.of("x", 3));
    any.expectProblem(422, "hit-policy-violated");
    assertThat(any.json().at("/ruleIds").size()).isEqualTo(2);
  }

  @Test
  void aValueOfTheWrongTypeIsRefused() {
    String id = created(designer, key(), table("UNIQUE", "integer", "1 -> 1"));
    Answer refused = evaluate(employee, id, Map.of("x", "abc"));
    refused.expectProblem(422, "evaluation-failed");
    assertThat(refused.at("/detail")).contains("abc");
  }

  @Test
  void everyExpressionThatIsNotFeelIsNamedAtPublish() {
    String id = created(designer, key(), table("UNIQUE", "number", "> ) -> 1", "2 -> if then"));
    Answer refused = designer.post("/rules/" + id + "/publish");
    refused.expectProblem(422, "unreadable-rules");
    assertThat(refused.json().at("/elements").toString())
        .contains("rule_1_input_1")
        .contains("rule_2_output_1");
    evaluate(employee, id, Map.of("x", 2)).expectProblem(422, "evaluation-failed");
  }

  @Test
  void modelsThatCannotRunHereAreRefused() {
    String key = key();
    refused(key, "no xml", "well-formed");
    refused(key, "<a/>", "not valid DMN");
    refused(key, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "DOCTYPE");
    refused(key, literal(key, "1").replaceAll("(?s)<decision .*</decision>", ""), "no decision");
    String groovy =
        literal(key, "1").replace("id=\"le\"", "id=\"le\" expressionLanguage=\"groovy\"");
    Answer script = create(designer, key, groovy);
    script.expectProblem(422, "unreadable-rules");
    assertThat(script.at("/elements/0")).isEqualTo("le");
    assertThat(script.at("/errors/0/detail")).contains("groovy");
    refused(key, groovy.replace("groovy", "juel"), "other than FEEL");
    refused(key, "<a>".repeat(500), "deep");
    designer.post("/rules", Map.of("name", "x")).expectProblem(422, "invalid-model");
    designer
        .post("/rules", Map.of("name", "x", "dmnXml", ""))
        .expectProblem(422, "unreadable-rules");
    designer.post("/rules", Map.of("name", "\u0000")).expect(422);
    create(designer, "bad key", table("UNIQUE", "number", "1 -> 1")).expect(422);
    create(designer, key, table("PRIORITY", "number", "1 -> 1")).expect(422);
    create(designer, key, table("UNIQUE", "number", "\u0001 -> 1"))
        .expectProblem(422, "unreadable-rules");
  }

  private void refused(String key, String xml, String why) {
    Answer answer = create(designer, key, xml);
    answer.expectProblem(422, "unreadable-rules");
    assertThat(answer.at("/detail")).contains(why);
  }

  @Test
  void anEndlessLoopIsRefusedAndNamed() {
    String endless = literal(key(), "count(for a in 1..20000, b in 1..20000 return a * b)");
    Answer refused = create(designer, key(), endless);
    refused.expectProblem(422, "unreadable-rules");
    assertThat(refused.at("/elements/0")).isEqualTo("le");
  }

  @Test
  void eachItemOfABatchHasItsOwnOutcome() {
    String id = created(designer, key(), table("UNIQUE", "number", "1 -> \"a\"", "> 1 -> \"b\""));
    Map<String, Object> body =
        Map.of(
            "items",
            List.of(
                Map.of("variables", Map.of("x", 1)),
                Map.of("variables", Map.of()),
                Map.of("variables", Map.of("x", 9))));
    Answer batch = employee.post("/rules/" + id + "/evaluate/batch", body).expect(200);
    assertThat(batch.at("/items/0/evaluation/result/y")).isEqualTo("a");
    assertThat(batch.at("/items/1/problem/type")).endsWith("inputs-missing");
    assertThat(batch.at("/items/1/problem/status")).isEqualTo("422");
    assertThat(batch.at("/items/2/evaluation/result/y")).isEqualTo("b");
    List<Object> many =
        Stream.<Object>generate(() -> Map.of("variables", Map.of("x", 1))).limit(1_000).toList();
    JsonNode thousand =
        employee.post("/rules/" + id + "/evaluate/batch", Map.of("items", many)).expect(200).json();
    assertThat(thousand.at("/items").size()).isEqualTo(1_000);
    List<Object> tooMany =
        Stream.<Object>generate(() -> Map.of("variables", Map.of("x", 1))).limit(1_001).toList();
    employee.post("/rules/" + id + "/evaluate/batch", Map.of("items", tooMany)).expect(422);
  }

  @Test
  void aFileComesInAndGoesOutAsItWas() {
    String key = key();
    String dmn = literal(key, "\"Grüße\"");
    Answer made =
        designer.upload("/rules/import", "Prices.dmn", dmn.getBytes(StandardCharsets.UTF_8));
    made.expect(201);
    assertThat(made.at("/name")).isEqualTo("Prices");
    assertThat(made.at("/key")).isEqualTo(key);
    Answer file = designer.get("/rules/" + made.at("/id") + "/export").expect(200);
    assertThat(file.text()).isEqualTo(dmn);
    assertThat(file.header("Content-Disposition")).contains(key + ".dmn");
    designer
        .upload("/rules/import", "x.dmn", new byte[] {(byte) 0xC3, 0x28})
        .expectProblem(422, "unreadable-rules");
  }

  @Test
  void theSameIdempotencyKeyMakesOneSet() {
    String key = key();
    Caller once = designer.with("Idempotency-Key", key);
    String id = created(once, key, table("UNIQUE", "number", "1 -> 1"));
    assertThat(created(once, key, table("UNIQUE", "number", "1 -> 1"))).isEqualTo(id);
  }

  @Test
  void whatWasDoneIsInTheAuditLog() {
    String id = published(designer, key(), table("UNIQUE", "number", "1 -> 1"));
    assertThat(
            api.admin()
                .get("/audit?subject=rule-set/" + id)
                .json()
                .at("/items")
                .findValuesAsText("action"))
        .containsExactly("RuleSetPublished", "RuleSetCreated");
  }
}
