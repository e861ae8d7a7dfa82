package io.flowmaster.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class PoliciesIT {
  private final Api api;
  private final String tenant = Names.unique("guarded");
  private final Caller admin;
  private final Caller manager;
  private final Caller employee;

  PoliciesIT(Api api) {
    this.api = api;
    this.admin = api.in(tenant, "boss", List.of(), Roles.ALL.toArray(String[]::new));
    this.manager = api.in(tenant, "mia", List.of(), Roles.MANAGER);
    this.employee = api.in(tenant, "eva", List.of("clerks"), Roles.EMPLOYEE, Roles.MANAGER);
  }

  @Test
  void withoutAPolicyTheRolesDecide() {
    JsonNode none = admin.get("/policies").expect(200).json();
    assertThat(none.path("inForce").isNull()).isTrue();
    JsonNode why = explained("claim", "task", Map.of(), Map.of());
    assertThat(why.path("allowed").asBoolean()).isTrue();
    assertThat(why.path("decidedBy").isNull()).isTrue();
    employee.put("/tasks/" + task("Any") + "/assign", Map.of("assignee", "eva")).expect(200);
  }

  @Test
  void anAttributeRuleDeniesWhatTheRolesAllowAndExplainNamesIt() {
    inForce(
        rule(
            "\"claim\",\"respond\"",
            "\"task\"",
            "\"Secret\"",
            "not(\"high\")",
            "deny",
            "clearance"));
    String secret = task("Secret");
    Answer denied = employee.put("/tasks/" + secret + "/assign", Map.of("assignee", "eva"));
    denied.expectProblem(403, "policy-denied");
    assertThat(denied.text()).contains("Rule 1 denies it: clearance");
    JsonNode why = explained("claim", "task", Map.of("name", "Secret"), Map.of("clearance", "low"));
    assertThat(why.path("allowed").asBoolean()).isFalse();
    assertThat(why.at("/decidedBy/index").asInt()).isEqualTo(1);
    assertThat(why.at("/decidedBy/id").asText()).isEqualTo(denied.json().path("rule").asText());
    employee.put("/tasks/" + task("Open") + "/assign", Map.of("assignee", "eva")).expect(200);

    admin.put("/policies/subjects/eva", Map.of("clearance", "high")).expect(200);
    assertThat(
            explained("claim", "task", Map.of("name", "Secret"), null).path("allowed").asBoolean())
        .isTrue();
    employee.put("/tasks/" + secret + "/assign", Map.of("assignee", "eva")).expect(200);
    employee.put("/tasks/" + secret + "/respond", Map.of()).expect(200);
  }

  @Test
  void whatMayNotBeReadIsNotThereAndNotInLists() {
    String hidden = task("Hidden");
    String seen = task("Seen");
    inForce(rule("\"read\"", "\"task\"", "\"Hidden\"", "", "deny", "hidden"));
    employee.get("/tasks/" + hidden).expect(404);
    employee.get("/tasks/" + hidden + "/comments").expect(404);
    employee.get("/tasks/" + seen).expect(200);
    Answer list = employee.get("/tasks?count=true").expect(200);
    assertThat(list.text()).contains(seen).doesNotContain(hidden);
    assertThat(list.json().has("total")).isFalse();
  }

  @Test
  void aDenialOverridesWhatOtherRulesAllow() {
    inForce(
        rule("", "\"task\"", "", "", "allow", "all may"),
        rule("\"claim\"", "\"task\"", "", "", "deny", "but not claim"));
    JsonNode why = explained("claim", "task", Map.of(), Map.of());
    assertThat(why.path("allowed").asBoolean()).isFalse();
    assertThat(why.at("/decidedBy/index").asInt()).isEqualTo(2);
    assertThat(why.path("matched")).hasSize(2);
    JsonNode read = explained("read", "task", Map.of(), Map.of());
    assertThat(read.path("allowed").asBoolean()).isTrue();
    assertThat(read.at("/decidedBy/index").asInt()).isEqualTo(1);
    assertThat(read.path("because").asText()).isEqualTo("Rule 1 allows it: all may");
  }

  @Test
  void whoDeniesEverythingCanStillAdministerPolicies() {
    inForce(rule("", "", "", "", "deny", "nobody anything"));
    admin.get("/tasks/" + "1").expect(404);
    admin.post("/rules/1/evaluate", Map.of("variables", Map.of())).expect(404);
    admin.get("/engine-rest/process-definition").expect(403);
    String etag = admin.get("/policies").expect(200).header("ETag");
    admin.with("If-Match", etag).delete("/policies").expect(200);
    admin.get("/engine-rest/process-definition").expect(200);
  }

  @Test
  void executionsProcessesAndRuleSetsAreGuarded() {
    String process =
        admin.post("/processes", Map.of("name", Names.unique("Guarded"))).expect(201).at("/id");
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    String started = admin.post("/executions", Map.of("processId", process)).expect(201).at("/id");
    String rules = ruleSet();
    Map<String, Object> facts = Map.of("variables", Map.of("x", 1));
    admin.post("/rules/" + rules + "/evaluate", facts).expect(200);

    inForce(
        rule("\"start\",\"cancel\"", "\"execution\"", "", "", "deny", "no executions"),
        rule("\"publish\"", "\"process\"", "", "", "deny", "freeze"),
        rule("\"evaluate\"", "\"rule-set\"", "", "", "deny", "no decisions"));
    admin.post("/executions", Map.of("processId", process)).expectProblem(403, "policy-denied");
    admin.delete("/executions/" + started).expect(403);
    admin.get("/executions/" + started).expect(200);
    admin.post("/rules/" + rules + "/evaluate", facts).expectProblem(403, "policy-denied");
    String other =
        admin.post("/processes", Map.of("name", Names.unique("Frozen"))).expect(201).at("/id");
    admin.post("/processes/" + other + "/publish", Map.of()).expectProblem(403, "policy-denied");

    inForce(rule("\"read\"", "\"execution\"", "", "", "deny", "hidden"));
    admin.get("/executions/" + started).expect(404);
    assertThat(admin.get("/executions").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void versionsAreKeptAndRolledBackTo() {
    inForce(rule("\"claim\"", "", "", "", "deny", "first"));
    inForce(rule("\"read\"", "", "", "", "deny", "second"));
    assertThat(explained("claim", "task", Map.of(), Map.of()).path("allowed").asBoolean()).isTrue();
    admin.with("If-Match", "\"1\"").post("/policies/rollback", Map.of("version", 1)).expect(412);
    admin.post("/policies/rollback", Map.of("version", 1)).expect(428);
    admin.with("If-Match", "*").post("/policies/rollback", Map.of("version", 9)).expect(404);
    JsonNode now =
        admin
            .with("If-Match", "*")
            .post("/policies/rollback", Map.of("version", 1))
            .expect(200)
            .json();
    assertThat(now.at("/inForce/version").asInt()).isEqualTo(3);
    assertThat(now.at("/inForce/rolledBackTo").asInt()).isEqualTo(1);
    assertThat(explained("claim", "task", Map.of(), Map.of()).path("allowed").asBoolean())
        .isFalse();
    JsonNode versions = admin.get("/policies/versions?count=true").expect(200).json();
    assertThat(versions.path("total").asInt()).isEqualTo(3);
    assertThat(versions.at("/items/0/version").asInt()).isEqualTo(3);
    assertThat(admin.get("/policies/versions/2").expect(200).at("/rules/0/conditions/0"))
        .isEqualTo("\"read\"");
    admin.get("/policies/versions/4").expectProblem(404, "policy-version-not-found");
  }

  @Test
  void aDraftIsTestedBeforeItHolds() {
    admin
        .with("If-Match", "*")
        .put("/policies/draft", table(rule("\"claim\"", "", "", "", "deny", "soon")))
        .expect(200);
    assertThat(explained("claim", "task", Map.of(), Map.of()).path("allowed").asBoolean()).isTrue();
    JsonNode why =
        admin
            .post(
                "/policies/explain",
                Map.of(
                    "subject",
                    Map.of("id", "eva"),
                    "resource",
                    Map.of("type", "task"),
                    "action",
                    "claim",
                    "draft",
                    true))
            .expect(200)
            .json();
    assertThat(why.path("allowed").asBoolean()).isFalse();
    assertThat(why.path("version").isNull()).isTrue();
  }

  @Test
  void whatCannotDecideIsRefused() {
    Caller now = admin.with("If-Match", "*");
    now.put("/policies/draft", Map.of()).expectProblem(422, "invalid-model");
    now.put("/policies/draft", Map.of("dmnXml", "<x/>")).expectProblem(422, "unreadable-rules");
    now.put("/policies/draft", table(rule("][", "", "", "", "deny", "broken")))
        .expectProblem(422, "unreadable-rules");
    now.post("/policies/publish").expectProblem(409, "no-policy");
    now.delete("/policies").expectProblem(409, "no-policy");
    admin
        .put("/policies/subjects/eva", Map.of("a", Map.of()))
        .expectProblem(422, "invalid-attributes");
  }

  @Test
  void aPolicyIsOneTenantsOnly() {
    inForce(rule("", "", "", "", "deny", "nobody anything"));
    api.admin().get("/engine-rest/process-definition").expect(200);
    manager.get("/policies").expectProblem(403, "forbidden");
  }

  private String task(String name) {
    return manager
        .post("/tasks", Map.of("name", name, "candidateGroups", List.of()))
        .expect(201)
        .at("/id");
  }

  private String ruleSet() {
    Map<String, Object> row = Map.of("inputs", List.of(""), "outputs", List.of("1"));
    Map<String, Object> table =
        Map.of(
            "inputs", List.of(Map.of("expression", "x")),
            "outputs", List.of(Map.of("name", "y")),
            "rules", List.of(row));
    return admin
        .post("/rules", Map.of("name", Names.unique("guarded"), "table", table))
        .expect(201)
        .at("/id");
  }

  private JsonNode explained(
      String action, String type, Map<String, ?> attributes, Map<String, ?> subjects) {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("id", "eva");
    subject.put("roles", List.of("employee"));
    subject.put("attributes", subjects);
    return admin
        .post(
            "/policies/explain",
            Map.of(
                "subject", subject,
                "resource", Map.of("type", type, "attributes", attributes),
                "action", action))
        .expect(200)
        .json();
  }

  private void inForce(Object... rules) {
    String etag = admin.get("/policies").expect(200).header("ETag");
    String drafted =
        admin
            .with("If-Match", etag)
            .put("/policies/draft", table(rules))
            .expect(200)
            .header("ETag");
    admin.with("If-Match", drafted).post("/policies/publish", Map.of()).expect(200);
  }

  private static Map<String, Object> table(Object... rules) {
    List<Map<String, Object>> inputs =
        List.of(
            Map.of("expression", "action", "type", "string"),
            Map.of("expression", "resource.type", "type", "string"),
            Map.of("expression", "resource.attributes.name"),
            Map.of("expression", "subject.attributes.clearance"));
    return Map.of(
        "table",
        Map.of(
            "hitPolicy",
            "RULE ORDER",
            "inputs",
            inputs,
            "outputs",
            List.of(Map.of("name", "effect"), Map.of("name", "reason")),
            "rules",
            Arrays.asList(rules)));
  }

  private static Map<String, Object> rule(
      String action, String type, String name, String clearance, String effect, String reason) {
    return Map.of(
        "inputs",
        List.of(action, type, name, clearance),
        "outputs",
        List.of('"' + effect + '"', '"' + reason + '"'));
  }
}
