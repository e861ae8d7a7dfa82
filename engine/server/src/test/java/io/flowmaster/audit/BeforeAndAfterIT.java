package io.flowmaster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineRestProcesses;
import io.flowmaster.platform.Roles;
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
