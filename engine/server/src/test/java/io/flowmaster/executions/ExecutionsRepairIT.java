package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

/** Incidents, retries and moved tokens. */
@PlatformTest
class ExecutionsRepairIT {
  private final Api api;
  private final Deployed deployed;
  private final ExternalTaskService externalTasks;

  ExecutionsRepairIT(Api api, RepositoryService repository, ExternalTaskService externalTasks) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.externalTasks = externalTasks;
  }

  @Test
  void aFailedJobOfACalledProcessIsAnIncidentOfTheWholeAndCanBeRetried() {
    String child =
        deployed.demo(
            Deployed.process("pricing")
                .startEvent()
                .serviceTask("price")
                .name("Find the price")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1S")
                .camundaExpression("${price + 0}")
                .endEvent()
                .done());
    String key =
        deployed.demo(
            Deployed.process("sale")
                .startEvent()
                .callActivity("askPrice")
                .calledElement(child)
                .camundaIn("all", "all")
                .endEvent()
                .done());
    String id = start(key);
    Awaitility.await().until(() -> status(id).equals("FAILED"));
    Answer read = manager().get("/executions/" + id);
    assertThat(read.json().get("incidents")).hasSize(1);
    JsonNode incident = read.json().at("/incidents/0");
    String called = manager().get("/executions?parentId=" + id).at("/items/0/id");
    assertThat(incident.get("type").asText()).isEqualTo("failedJob");
    assertThat(incident.get("activityId").asText()).isEqualTo("price");
    assertThat(incident.get("activityName").asText()).isEqualTo("Find the price");
    assertThat(incident.get("callActivityId").asText()).isEqualTo("askPrice");
    assertThat(incident.get("executionId").asText()).isEqualTo(called);
    assertThat(incident.get("processKey").asText()).isEqualTo(child);
    assertThat(incident.get("message").asText()).contains("price");
    assertThat(incident.get("rootCause").asText()).contains("Cannot resolve identifier 'price'");
    assertThat(incident.get("retries").asInt()).isZero();
    assertThat(manager().get("/executions/" + called).at("/activities/0/activityId"))
        .isEqualTo("price");
    JsonNode listed = manager().get("/executions?hasIncident=true&processKey=" + key).json();
    assertThat(listed.at("/items/0/incidents")).hasSize(1);
    assertThat(listed.at("/items/0/status").asText()).isEqualTo("FAILED");

    String trace = "/executions/" + id + "/incidents/" + incident.get("id").asText() + "/trace";
    manager().get(trace).expectProblem(403, "forbidden");
    assertThat(api.as("developer", "developer").get(trace).expect(200).at("/text"))
        .contains("Caused by");
    api.as("developer", "developer")
        .get("/executions/" + id + "/incidents/nothing/trace")
        .expectProblem(404, "incident-not-found");

    manager().put("/executions/" + called + "/variables", Map.of("price", 12)).expect(200);
    Answer retried = manager().post("/executions/" + id + "/retry").expect(200);
    assertThat(retried.json().get("retried")).hasSize(1);
    assertThat(retried.at("/retried/0/type")).isEqualTo("JOB");
    assertThat(retried.at("/retried/0/activityId")).isEqualTo("price");
    Awaitility.await().until(() -> status(id).equals("COMPLETED"));
    List<String> history = types(id);
    assertThat(history)
        .contains("JOB_FAILED", "INCIDENT_OPENED", "EXECUTION_RETRIED", "INCIDENT_RESOLVED")
        .containsOnlyOnce("EXECUTION_RETRIED");
    JsonNode event = event(id, "EXECUTION_RETRIED");
    assertThat(event.get("actor").asText()).isEqualTo("manager");
    assertThat(event.at("/detail/activities/0").asText()).isEqualTo("price");
  }

  @Test
  void aRetryThatWaitsSaysWhatReallyPassed() {
    String key =
        deployed.demo(
            Deployed.process("verified")
                .startEvent()
                .serviceTask("price")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1S")
                .camundaExpression("${price + 0}")
                .endEvent()
                .done());
    String id = start(key);
    Awaitility.await().until(() -> status(id).equals("FAILED"));
    Answer again = manager().post("/executions/" + id + "/retry?wait=PT20S").expect(200);
    assertThat(again.at("/retried/0/outcome")).isEqualTo("FAILED_AGAIN");
    assertThat(again.at("/retried/0/message")).contains("price");
    manager().put("/executions/" + id + "/variables", Map.of("price", 12)).expect(200);
    Answer passed = manager().post("/executions/" + id + "/retry?wait=PT20S").expect(200);
    assertThat(passed.at("/retried/0/outcome")).isEqualTo("PASSED");
    assertThat(status(id)).isEqualTo("COMPLETED");
    for (String wait : List.of("PT31S", "-PT1S")) {
      manager()
          .post("/executions/" + id + "/retry?wait=" + wait)
          .expectProblem(422, "invalid-wait");
    }
    assertThat(manager().post("/executions/" + id + "/retry?wait=soon").status()).isEqualTo(400);
  }

  @Test
  void aFailedExternalTaskIsRetriedAtOnce() {
    String topic = Names.unique("book");
    String key =
        deployed.demo(
            Deployed.process("booking")
                .startEvent()
                .serviceTask("book")
                .name("Book it")
                .camundaExternalTask(topic)
                .endEvent()
                .done());
    String id = start(key);
    String task = externalTasks.fetchAndLock(1, "w7").topic(topic, 60_000).execute().get(0).getId();
    externalTasks.handleFailure(
        task, "w7", "Carrier refused", "java.lang.Stack\nCaused by: X", 0, 60_000);
    Answer failed = manager().get("/executions/" + id);
    assertThat(failed.at("/status")).isEqualTo("FAILED");
    assertThat(failed.at("/incidents/0/message")).isEqualTo("Carrier refused");
    assertThat(failed.at("/incidents/0/rootCause")).isEqualTo("X");
    assertThat(manager().post("/executions/" + id + "/retry").expect(200).at("/retried/0/type"))
        .isEqualTo("EXTERNAL_TASK");
    assertThat(manager().post("/executions/" + id + "/retry").expect(200).json().get("retried"))
        .isEmpty();
    externalTasks.fetchAndLock(1, "w8").topic(topic, 60_000).execute();
    externalTasks.complete(task, "w8");
    assertThat(status(id)).isEqualTo("COMPLETED");
    assertThat(event(id, "WORK_FAILED").get("actor").asText()).isEqualTo("w7");
    assertThat(event(id, "WORK_FAILED").at("/detail/message").asText())
        .isEqualTo("Carrier refused");
    assertThat(event(id, "WORK_COMPLETED").get("actor").asText()).isEqualTo("w8");
  }

  @Test
  void aTokenIsMovedAndTheHistorySaysWhoAndWhy() {
    String key =
        deployed.demo(
            Deployed.process("moving")
                .startEvent()
                .userTask("check")
                .userTask("approve")
                .endEvent()
                .done());
    String id = start(key);
    Answer moved =
        manager()
            .post(
                "/executions/" + id + "/move",
                Map.of(
                    "from", List.of("check"),
                    "to", List.of("approve"),
                    "variables", Map.of("checked", true),
                    "reason", "Checked by phone"))
            .expect(200);
    assertThat(moved.json().get("activities")).hasSize(1);
    assertThat(moved.at("/activities/0/activityId")).isEqualTo("approve");
    assertThat(moved.json().at("/variables/checked").booleanValue()).isTrue();
    JsonNode event = event(id, "EXECUTION_MOVED");
    assertThat(event.get("actor").asText()).isEqualTo("manager");
    assertThat(event.at("/detail/reason").asText()).isEqualTo("Checked by phone");
    assertThat(event.at("/detail/from/0").asText()).isEqualTo("check");
    assertThat(event.at("/detail/to/0").asText()).isEqualTo("approve");
    assertThat(types(id)).containsOnlyOnce("EXECUTION_MOVED");
    assertThat(types(id).indexOf("EXECUTION_MOVED"))
        .isLessThan(types(id).indexOf("ACTIVITY_CANCELLED"));
  }

  @Test
  void tokensAreOnlyMovedWhereTheModelAndTheStateAllowIt() {
    String key =
        deployed.demo(
            Deployed.process("strict")
                .startEvent()
                .userTask("first")
                .serviceTask("bad")
                .camundaExpression("${noSuchThing}")
                .endEvent()
                .done());
    String id = start(key);
    Answer unknown = move(id, List.of("first"), List.of("nowhere"));
    unknown.expectProblem(422, "unknown-activity");
    assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/to/0");
    move(id, List.of("nowhere"), List.of()).expectProblem(422, "unknown-activity");
    move(id, List.of("bad"), List.of("first")).expectProblem(409, "no-token-there");
    move(id, List.of(), List.of()).expectProblem(422, "invalid-input");
    Answer failed = move(id, List.of("first"), List.of("bad"));
    failed.expectProblem(422, "activity-failed");
    assertThat(failed.at("/activityId")).isEqualTo("bad");
    Answer still = manager().get("/executions/" + id);
    assertThat(still.at("/activities/0/activityId")).isEqualTo("first");
    assertThat(types(id)).doesNotContain("EXECUTION_MOVED");
    move(id, List.of("first"), List.of()).expect(200);
    assertThat(status(id)).isEqualTo("CANCELLED");
  }

  private Answer move(String id, List<String> from, List<String> to) {
    return manager().post("/executions/" + id + "/move", Map.of("from", from, "to", to));
  }

  private JsonNode event(String id, String type) {
    JsonNode events =
        manager().get("/executions/" + id + "/history?limit=200").expect(200).json().get("items");
    for (JsonNode event : events) {
      if (event.get("type").asText().equals(type)) {
        return event;
      }
    }
    throw new AssertionError("no " + type + " in " + events);
  }

  private List<String> types(String id) {
    return manager()
        .get("/executions/" + id + "/history?limit=200")
        .expect(200)
        .json()
        .get("items")
        .findValuesAsText("type")
        .stream()
        .filter(type -> type.equals(type.toUpperCase(java.util.Locale.ROOT)))
        .toList();
  }

  private String status(String id) {
    return manager().get("/executions/" + id).expect(200).at("/status");
  }

  private String start(String key) {
    return api.as("employee", "employee")
        .post("/executions", Map.of("processKey", key))
        .expect(201)
        .at("/id");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
