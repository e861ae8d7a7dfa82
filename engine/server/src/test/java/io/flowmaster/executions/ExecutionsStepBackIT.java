package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsStepBackIT {
  private final Api api;
  private final Deployed deployed;
  private final TaskService tasks;

  ExecutionsStepBackIT(Api api, RepositoryService repository, TaskService tasks) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.tasks = tasks;
  }

  @Test
  void goingBackRestoresTheVariablesOfThatTime() {
    String id = start(threeSteps(), Map.of("amount", 100, "customer", Map.of("name", "Ana")));
    complete(id, Map.of("amount", 200, "checkedBy", "eve"));
    set(id, Map.of("customer", Map.of("name", "Ben"), "note", "late"));
    complete(id, Map.of("amount", 300));
    Answer dry =
        manager()
            .post("/executions/" + id + "/step-back", Map.of("activityId", "check", "dryRun", true))
            .expect(200);
    assertThat(dry.at("/from/0")).isEqualTo("ship");
    assertThat(change(dry, "amount")).isEqualTo("300 -> 100");
    assertThat(change(dry, "customer")).isEqualTo("{\"name\":\"Ben\"} -> {\"name\":\"Ana\"}");
    assertThat(change(dry, "checkedBy")).isEqualTo("\"eve\" -> ");
    assertThat(change(dry, "note")).isEqualTo("\"late\" -> ");
    assertThat(dry.json().has("execution")).isFalse();
    assertThat(read(id).at("/activities/0/activityId").asText()).isEqualTo("ship");
    assertThat(read(id).at("/variables/amount").asInt()).isEqualTo(300);

    Answer back =
        manager()
            .post(
                "/executions/" + id + "/step-back",
                Map.of("activityId", "approve", "reason", "Wrong address"))
            .expect(200);
    assertThat(back.at("/execution/activities/0/activityId")).isEqualTo("approve");
    JsonNode variables = back.json().at("/execution/variables");
    assertThat(variables.get("amount").asInt()).isEqualTo(200);
    assertThat(variables.get("amount").isInt()).isTrue();
    assertThat(variables.get("checkedBy").asText()).isEqualTo("eve");
    assertThat(variables.at("/customer/name").asText()).isEqualTo("Ana");
    assertThat(variables.has("note")).isFalse();
    JsonNode event = event(id, "EXECUTION_STEPPED_BACK");
    assertThat(event.get("actor").asText()).isEqualTo("manager");
    assertThat(event.at("/detail/reason").asText()).isEqualTo("Wrong address");
    assertThat(event.at("/detail/variables").findValuesAsText("variable"))
        .containsExactlyInAnyOrder("amount", "customer", "note");
    complete(id, Map.of());
    assertThat(read(id).at("/activities/0/activityId").asText()).isEqualTo("ship");
  }

  @Test
  void goingBackNeedsAPlaceWhereItWasAndOneTokenOrItsName() {
    String id = start(threeSteps(), Map.of());
    back(id, "nowhere").expectProblem(422, "unknown-activity");
    back(id, "ship").expectProblem(409, "never-been-there");
    manager().post("/executions/" + id + "/move", Map.of("to", List.of("approve"))).expect(200);
    back(id, "check").expectProblem(409, "several-tokens");
    manager()
        .post(
            "/executions/" + id + "/step-back",
            Map.of("activityId", "check", "from", List.of("approve")))
        .expect(200);
    manager().put("/executions/" + id + "/pause").expect(200);
    back(id, "check").expectProblem(409, "execution-paused");
    manager().delete("/executions/" + id).expect(200);
    back(id, "check").expectProblem(409, "execution-ended");
    api.otherAdmin()
        .post("/executions/" + id + "/step-back", Map.of("activityId", "check"))
        .expectProblem(404, "execution-not-found");
  }

  @Test
  void theHistoryKeepsWhatAMoveChanged() {
    String id = start(threeSteps(), Map.of("amount", 100));
    manager()
        .post(
            "/executions/" + id + "/move",
            Map.of(
                "from", List.of("check"),
                "to", List.of("ship"),
                "variables", Map.of("amount", 50, "fast", true)))
        .expect(200);
    JsonNode changes = event(id, "EXECUTION_MOVED").at("/detail/variables");
    assertThat(changes).hasSize(2);
    for (JsonNode change : changes) {
      boolean amount = change.get("variable").asText().equals("amount");
      assertThat(change.path("old").asText()).isEqualTo(amount ? "100" : "");
      assertThat(change.path("new").asText()).isEqualTo(amount ? "50" : "true");
    }
  }

  @Test
  void anEndedExecutionIsRunAgainWithItsFirstOrLastValues() {
    String id = start(threeSteps(), Map.of("amount", 100));
    manager().post("/executions/" + id + "/restart").expectProblem(409, "execution-not-ended");
    complete(id, Map.of("amount", 200));
    manager().delete("/executions/" + id).expect(200);
    Answer first = manager().post("/executions/" + id + "/restart").expect(201);
    assertThat(first.header("Location")).isEqualTo("/executions/" + first.at("/id"));
    assertThat(first.at("/activities/0/activityId")).isEqualTo("check");
    assertThat(first.json().at("/variables/amount").asInt()).isEqualTo(100);
    Answer last =
        manager()
            .post(
                "/executions/" + id + "/restart",
                Map.of("variables", "LAST", "activities", List.of("ship"), "reason", "Again"))
            .expect(201);
    assertThat(last.at("/activities/0/activityId")).isEqualTo("ship");
    assertThat(last.json().at("/variables/amount").asInt()).isEqualTo(200);
    assertThat(last.at("/businessKey")).isEqualTo("ORD-9");
    JsonNode event = event(last.at("/id"), "EXECUTION_RESTARTED");
    assertThat(event.at("/detail/formerExecutionId").asText()).isEqualTo(id);
    assertThat(event.at("/detail/reason").asText()).isEqualTo("Again");
    assertThat(event(id, "EXECUTION_RESTARTED").at("/detail/newExecutionId").asText()).isNotBlank();
    manager()
        .post("/executions/" + id + "/restart", Map.of("activities", List.of("nowhere")))
        .expectProblem(422, "unknown-activity");
  }

  private String threeSteps() {
    return deployed.demo(
        Deployed.process("steps")
            .startEvent()
            .userTask("check")
            .userTask("approve")
            .userTask("ship")
            .endEvent()
            .done());
  }

  private Answer back(String id, String activity) {
    return manager().post("/executions/" + id + "/step-back", Map.of("activityId", activity));
  }

  private void complete(String id, Map<String, Object> variables) {
    tasks.complete(tasks.createTaskQuery().processInstanceId(id).singleResult().getId(), variables);
  }

  private void set(String id, Map<String, Object> variables) {
    manager().put("/executions/" + id + "/variables", variables).expect(200);
  }

  private static String change(Answer answer, String name) {
    for (JsonNode change : answer.json().get("variables")) {
      if (change.get("name").asText().equals(name)) {
        return text(change.get("old")) + " -> " + text(change.get("changed"));
      }
    }
    return "unchanged";
  }

  private static String text(JsonNode value) {
    return value == null ? "" : value.toString();
  }

  private JsonNode event(String id, String type) {
    JsonNode events = manager().get("/executions/" + id + "/history?limit=200").json().get("items");
    for (JsonNode event : events) {
      if (event.get("type").asText().equals(type)) {
        return event;
      }
    }
    throw new AssertionError("no " + type + " in " + events);
  }

  private JsonNode read(String id) {
    return manager().get("/executions/" + id).expect(200).json();
  }

  private String start(String key, Map<String, Object> variables) {
    return api.as("employee")
        .post(
            "/executions",
            Map.of("processKey", key, "businessKey", "ORD-9", "variables", variables))
        .expect(201)
        .at("/id");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
