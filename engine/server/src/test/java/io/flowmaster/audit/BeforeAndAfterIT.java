package io.flowmaster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineRestProcesses;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TextDigest;
import io.flowmaster.processes.Models;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the audit log says was there before a change, for one change of each sort. */
@PlatformTest
class BeforeAndAfterIT {
  private final Api api;
  private final Caller admin;

  BeforeAndAfterIT(Api api) {
    this.api = api;
    this.admin = api.admin().with("If-Match", "*");
  }

  @Test
  void ofATask() {
    String task =
        admin.post("/tasks", Map.of("name", Names.unique("Check"), "priority", 10)).at("/id");
    admin.put("/tasks/" + task + "/priority", Map.of("priority", 90)).expect(200);
    expect("task/" + task, "TaskChanged", "priority", "10", "90");
    admin.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    assertThat(entry("task/" + task, "TaskAssigned").path("before").isNull()).isTrue();
    admin.put("/tasks/" + task + "/assign", Map.of("assignee", "manager")).expect(200);
    expect("task/" + task, "TaskAssigned", "assignee", "employee", "manager");
  }

  @Test
  void ofACalendar() {
    String id = Names.unique("calendar");
    admin.post("/calendars", calendar(id, "Office")).expect(201);
    admin.put("/calendars/" + id, calendar(null, "Shop")).expect(200);
    expect("calendar/" + id, "CalendarChanged", "name", "Office", "Shop");
    admin.delete("/calendars/" + id).expect(204);
    assertThat(entry("calendar/" + id, "CalendarDeleted").at("/before/name").asText())
        .isEqualTo("Shop");
  }

  @Test
  void ofGroupsAndUsers() {
    String group = Names.unique("group");
    admin.post("/groups", Map.of("id", group, "name", "Staff")).expect(201);
    admin.put("/groups/" + group, Map.of("name", "Crew")).expect(200);
    expect("group/" + group, "GroupChanged", "name", "Staff", "Crew");
    String user = Names.unique("user");
    Map<String, Object> body =
        Map.of("id", user, "name", "Ana", "email", "ana@example.org", "roles", List.of("employee"));
    admin.post("/users", body).expect(201);
    admin
        .put("/users/" + user, Map.of("name", "Ana", "roles", List.of("manager"), "enabled", true))
        .expect(200);
    JsonNode entry = entry("user/" + user, "UserChanged");
    assertThat(entry.at("/before/roles/0").asText()).isEqualTo("employee");
    assertThat(entry.at("/after/roles/0").asText()).isEqualTo("manager");
    assertThat(entry.toString()).doesNotContain("ana@example.org");
    assertThat(entry.at("/detail").has("before")).isFalse();
    assertThat(entry.at("/detail/emailChanged").asBoolean()).isTrue();
  }

  @Test
  void ofAnExecution() {
    String key = Names.unique("audited");
    EngineRestProcesses.deploy(
        admin,
        key,
        "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\"/>");
    String id = admin.post("/executions", Map.of("processKey", key)).expect(201).at("/id");
    admin.put("/executions/" + id + "/pause").expect(200);
    expect("execution/" + id, "ExecutionPaused", "status", "RUNNING", "PAUSED");
    admin.put("/executions/" + id + "/resume").expect(200);
    expect("execution/" + id, "ExecutionResumed", "status", "PAUSED", "RUNNING");
  }

  @Test
  void ofVariables() {
    String key = Names.unique("audited");
    EngineRestProcesses.deploy(
        admin,
        key,
        "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\"/>");
    Map<String, Object> begun =
        Map.of("amount", 100, "note", "secret note", "email", 5, "list", List.of(1, 2));
    String id =
        admin
            .post("/executions", Map.of("processKey", key, "variables", begun))
            .expect(201)
            .at("/id");
    admin
        .put(
            "/executions/" + id + "/variables",
            Map.of("amount", 5000.5, "note", "another note", "fresh", true, "email", 6))
        .expect(200);
    JsonNode entry = entry("execution/" + id, "VariablesChanged");
    assertThat(entry.at("/before/amount").asInt()).isEqualTo(100);
    assertThat(entry.at("/after/amount").asDouble()).isEqualTo(5000.5);
    assertThat(entry.at("/before").has("fresh")).isFalse();
    assertThat(entry.at("/after/fresh").asBoolean()).isTrue();
    assertDigest(entry.at("/before/note"), "secret note");
    assertDigest(entry.at("/after/note"), "another note");
    assertThat(entry.toString()).doesNotContain(" note");
    assertThat(entry.at("/before/email").asText()).isEqualTo(entry.at("/after/email").asText());
    assertThat(entry.path("detail").has("after")).isFalse();

    admin.delete("/executions/" + id + "/variables/list").expect(204);
    JsonNode removed = entry("execution/" + id, "VariablesChanged");
    assertDigest(removed.at("/before/list"), "[1,2]");
    assertThat(removed.at("/after")).isEmpty();
  }

  @Test
  void ofASavedFilter() {
    String name = Names.unique("kept");
    String id =
        admin
            .post("/tasks/filters", Map.of("name", name, "query", Map.of("q", "invoice")))
            .expect(201)
            .at("/id");
    assertThat(entry("task-filter/" + id, "FilterSaved").path("before").isNull()).isTrue();
    admin
        .put("/tasks/filters/" + id, Map.of("name", name + 2, "query", Map.of("q", "order")))
        .expect(200);
    expect("task-filter/" + id, "FilterSaved", "name", name, name + 2);
    JsonNode entry = entry("task-filter/" + id, "FilterSaved");
    assertThat(entry.at("/before/search/text").asText()).isEqualTo("invoice");
    assertThat(entry.at("/after/search/text").asText()).isEqualTo("order");
    admin.delete("/tasks/filters/" + id).expect(204);
    assertThat(entry("task-filter/" + id, "FilterDeleted").at("/before/name").asText())
        .isEqualTo(name + 2);
  }

  @Test
  void ofAVersionAndItsProcess() {
    String key = Names.unique("audited");
    String model = Models.executable(key);
    String process =
        admin.post("/processes", Map.of("name", key, "bpmnXml", model)).expect(201).at("/id");
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    String version = "/processes/" + process + "/versions/1/deprecate";
    admin.post(version, Map.of("reason", "Old")).expect(200);
    admin.post(version, Map.of("reason", "Wrong")).expect(200);
    expect("process/" + process, "VersionDeprecated", "reason", "Old", "Wrong");
    admin.delete("/processes/" + process).expect(204);
    expect("process/" + process, "ProcessArchived", "status", "PUBLISHED", "ARCHIVED");
  }

  @Test
  void ofAPolicyAndWhatItKnows() {
    Caller other =
        api.in(Names.unique("before"), "ana", List.of(), Roles.ADMIN).with("If-Match", "*");
    other.put("/policies/subjects/bob", Map.of("region", "EMEA")).expect(200);
    other.put("/policies/subjects/bob", Map.of("region", "APAC")).expect(200);
    JsonNode entry =
        other.get("/audit?subject=user/bob&action=SubjectAttributesChanged").json().at("/items/0");
    assertThat(entry.at("/before/region").asText()).isEqualTo("EMEA");
    assertThat(entry.at("/after/region").asText()).isEqualTo("APAC");
  }

  @Test
  void ofAModelAndItsFiles() {
    String key = Names.unique("audited");
    String model = Models.executable(key);
    String process =
        admin.post("/processes", Map.of("name", key, "bpmnXml", model)).expect(201).at("/id");
    String changed = model.replace("</definitions>", "<!-- 2 --></definitions>");
    assertThat(changed).isNotEqualTo(model);
    admin.put("/processes/" + process, Map.of("name", "Renamed", "bpmnXml", changed)).expect(200);
    JsonNode entry = entry("process/" + process, "ProcessChanged");
    String file = entry.path("after").path("files").fieldNames().next();
    assertThat(entry.at("/before/name").asText()).isEqualTo(key);
    assertThat(entry.at("/after/name").asText()).isEqualTo("Renamed");
    assertDigest(entry.path("before").path("files").path(file), model);
    assertDigest(entry.path("after").path("files").path(file), changed);
    assertThat(entry.path("detail").has("after")).isFalse();
  }

  @Test
  void ofARuleSet() {
    Map<String, Object> table =
        Map.of(
            "inputs", List.of(Map.of("expression", "amount", "type", "number")),
            "outputs", List.of(Map.of("name", "fee", "type", "number")),
            "rules", List.of(Map.of("inputs", List.of("> 10"), "outputs", List.of("1"))));
    String name = Names.unique("rules");
    String id = admin.post("/rules", Map.of("name", name, "table", table)).expect(201).at("/id");
    String old = admin.get("/rules/" + id).json().path("dmnXml").asText();
    admin.put("/rules/" + id, Map.of("name", "Fees", "dmnXml", old + "\n")).expect(200);
    JsonNode entry = entry("rule-set/" + id, "RuleSetChanged");
    assertThat(entry.at("/before/name").asText()).isEqualTo(name);
    assertThat(entry.at("/after/name").asText()).isEqualTo("Fees");
    assertDigest(entry.at("/before/model"), old);
    assertDigest(entry.at("/after/model"), old + "\n");
    Map<String, Object> test =
        Map.of("name", "big", "variables", Map.of("amount", 11), "expected", List.of(1));
    admin.put("/rules/" + id + "/tests", Map.of("tests", List.of(test))).expect(200);
    JsonNode tests = entry("rule-set/" + id, "RuleSetChanged");
    assertThat(tests.at("/before/tests/sha256").asText())
        .hasSize(64)
        .isNotEqualTo(tests.at("/after/tests/sha256").asText());
  }

  @Test
  void ofADraftedPolicy() {
    Caller other =
        api.in(Names.unique("before"), "ana", List.of(), Roles.ADMIN).with("If-Match", "*");
    for (String reason : List.of("one", "two")) {
      Map<String, Object> table =
          Map.of(
              "inputs", List.of(Map.of("expression", "action", "type", "string")),
              "outputs",
                  List.of(
                      Map.of("name", "effect", "type", "string"),
                      Map.of("name", "reason", "type", "string")),
              "rules",
                  List.of(
                      Map.of(
                          "inputs",
                          List.of("\"read\""),
                          "outputs",
                          List.of("\"allow\"", "\"" + reason + "\""))));
      other.put("/policies/draft", Map.of("table", table)).expect(200);
    }
    JsonNode entries = other.get("/audit?action=PolicyDrafted").expect(200).json().path("items");
    assertThat(entries.at("/1/before").isNull()).isTrue();
    assertThat(entries.at("/0/before/sha256")).isEqualTo(entries.at("/1/after/sha256"));
    assertThat(entries.at("/0/after/sha256")).isNotEqualTo(entries.at("/0/before/sha256"));
  }

  @Test
  void ofAClient() {
    String name = Names.unique("client");
    String id =
        admin
            .post(
                "/clients",
                Map.of("id", name, "name", name, "kind", "WORKER", "roles", List.of("worker")))
            .expect(201)
            .at("/client/id");
    admin.delete("/clients/" + id).expect(204);
    JsonNode entry = entry("client/" + id, "ClientDeleted");
    assertThat(entry.at("/before/roles/0").asText()).isEqualTo("worker");
  }

  private static void assertDigest(JsonNode digest, String text) {
    assertThat(digest.path("sha256").asText()).isEqualTo(TextDigest.of(text).sha256());
    assertThat(digest.path("size").asInt()).isEqualTo(TextDigest.of(text).size());
  }

  private void expect(String subject, String action, String member, String before, String after) {
    JsonNode entry = entry(subject, action);
    assertThat(entry.at("/before/" + member).asText()).as("%s", entry).isEqualTo(before);
    assertThat(entry.at("/after/" + member).asText()).as("%s", entry).isEqualTo(after);
  }

  /** The newest. */
  private JsonNode entry(String subject, String action) {
    return admin
        .get("/audit?subject=" + subject + "&action=" + action)
        .expect(200)
        .json()
        .at("/items/0");
  }

  private static Map<String, Object> calendar(String id, String name) {
    Map<String, Object> calendar =
        new HashMap<>(
            Map.of(
                "name",
                name,
                "timeZone",
                "Europe/Berlin",
                "default",
                false,
                "hours",
                List.of(Map.of("days", List.of("MONDAY"), "from", "08:00", "to", "16:00")),
                "holidays",
                List.of()));
    if (id != null) {
      calendar.put("id", id);
    }
    return calendar;
  }
}
