package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsHistoryIT {
  private final Api api;
  private final Deployed deployed;
  private final TaskService tasks;

  ExecutionsHistoryIT(Api api, RepositoryService repository, TaskService tasks) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.tasks = tasks;
  }

  @Test
  void theHistoryTellsWhoDidWhatInOrder() {
    String child =
        deployed.demo(
            Deployed.process("archive").startEvent("c1").manualTask("file").endEvent("c2").done());
    String key =
        deployed.demo(
            Deployed.process("claim")
                .startEvent("begin")
                .userTask("review")
                .name("Review claim")
                .camundaCandidateGroups("staff")
                .callActivity("archive")
                .calledElement(child)
                .endEvent("done")
                .done());
    Caller admin = api.admin();
    String id =
        admin
            .post("/executions", Map.of("processKey", key, "variables", Map.of("amount", 1200)))
            .expect(201)
            .at("/id");
    admin.put("/executions/" + id + "/variables", Map.of("amount", 900)).expect(200);
    admin.put("/executions/" + id + "/pause").expect(200);
    admin.put("/executions/" + id + "/resume").expect(200);
    String task = tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
    admin.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "admin")).expect(204);
    admin
        .post(
            "/engine-rest/task/" + task + "/complete",
            Map.of("variables", Map.of("approved", Map.of("value", true))))
        .expect(204);
    admin.delete("/executions/" + id).expectProblem(409, "execution-ended");

    List<JsonNode> events = all(id, 200);
    assertThat(events.stream().map(ExecutionsHistoryIT::line).toList())
        .containsExactly(
            "EXECUTION_STARTED - by admin",
            "VARIABLE_SET amount null>1200 by admin",
            "ACTIVITY_STARTED begin by null",
            "ACTIVITY_COMPLETED begin by null",
            "ACTIVITY_STARTED review by null",
            "TASK_CREATED review by null",
            "VARIABLE_CHANGED amount 1200>900 by admin",
            "EXECUTION_PAUSED - by admin",
            "EXECUTION_RESUMED - by admin",
            "TASK_ASSIGNED review by admin",
            "VARIABLE_SET approved null>true by admin",
            "TASK_COMPLETED review by admin",
            "ACTIVITY_COMPLETED review by null",
            "ACTIVITY_STARTED archive by null",
            "EXECUTION_STARTED - by null",
            "ACTIVITY_STARTED c1 by null",
            "ACTIVITY_COMPLETED c1 by null",
            "ACTIVITY_STARTED file by null",
            "ACTIVITY_COMPLETED file by null",
            "ACTIVITY_STARTED c2 by null",
            "ACTIVITY_COMPLETED c2 by null",
            "EXECUTION_COMPLETED - by null",
            "ACTIVITY_COMPLETED archive by null",
            "ACTIVITY_STARTED done by null",
            "ACTIVITY_COMPLETED done by null",
            "EXECUTION_COMPLETED - by null");
    assertThat(all(id, 3)).isEqualTo(events);
    assertThat(admin.get("/executions/" + id + "/history?count=true").at("/total"))
        .isEqualTo(String.valueOf(events.size()));
    Instant before = Instant.EPOCH;
    for (JsonNode event : events) {
      Instant at = Instant.parse(event.get("at").asText());
      assertThat(at).isAfterOrEqualTo(before);
      before = at;
    }
    String called = admin.get("/executions?parentId=" + id).at("/items/0/id");
    assertThat(all(called, 50)).hasSize(8);
    assertThat(events.get(14).get("executionId").asText()).isEqualTo(called);
    assertThat(events.get(13).at("/detail/calledExecutionId").asText()).isEqualTo(called);
  }

  @Test
  void removedVariablesAndReassignedTasksAreTold() {
    String key = deployed.withTask();
    Caller admin = api.admin();
    String id =
        admin
            .post("/executions", Map.of("processKey", key, "variables", Map.of("note", "x")))
            .at("/id");
    admin.delete("/executions/" + id + "/variables/note").expect(204);
    admin.delete("/executions/" + id + "/variables/note").expect(204);
    assertThat(admin.get("/executions/" + id + "/variables").json().has("note")).isFalse();
    String task = tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
    for (String user : List.of("employee", "employee2")) {
      admin.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", user)).expect(204);
    }
    admin.post("/engine-rest/task/" + task + "/unclaim").expect(204);
    List<String> lines = all(id, 100).stream().map(ExecutionsHistoryIT::line).toList();
    assertThat(lines)
        .containsOnlyOnce("VARIABLE_REMOVED note \"x\">null by admin")
        .containsSubsequence(
            "TASK_ASSIGNED review by admin",
            "TASK_ASSIGNED review by admin",
            "TASK_UNASSIGNED review by admin");
  }

  @Test
  void largeValuesAreTheirSizeInTheHistory() {
    String key = deployed.withTask();
    String id =
        api.admin()
            .post(
                "/executions",
                Map.of(
                    "processKey",
                    key,
                    "variables",
                    Map.of("text", "é".repeat(20_000), "big", List.of(1))))
            .expect(201)
            .at("/id");
    List<JsonNode> events = all(id, 100);
    assertThat(events.toString()).contains("\"newSize\":40000").contains("\"new\":[1]");
  }

  private List<JsonNode> all(String id, int limit) {
    List<JsonNode> events = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page =
          api.admin()
              .get("/executions/" + id + "/history?limit=" + limit + cursor)
              .expect(200)
              .json();
      page.get("items").forEach(events::add);
      String next = page.get("nextCursor").textValue();
      cursor = next == null ? null : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    return events;
  }

  private static String line(JsonNode event) {
    JsonNode detail = event.get("detail");
    String what =
        detail.has("variable")
            ? "%s %s>%s"
                .formatted(detail.get("variable").asText(), detail.get("old"), detail.get("new"))
            : event.get("activityId").isNull() ? "-" : event.get("activityId").asText();
    return "%s %s by %s"
        .formatted(event.get("type").asText(), what, event.get("actor").textValue());
  }
}
