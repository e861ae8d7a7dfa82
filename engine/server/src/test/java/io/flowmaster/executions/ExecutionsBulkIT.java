package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsBulkIT {
  private final Api api;
  private final Deployed deployed;

  ExecutionsBulkIT(Api api, RepositoryService repository) {
    this.api = api;
    this.deployed = new Deployed(repository);
  }

  @Test
  void aFilteredPauseIsTrackedAndUndone() {
    String key = deployed.withTask();
    List<String> ids = start(key, 5);
    manager().put("/executions/" + ids.get(0) + "/pause").expect(200);
    manager().delete("/executions/" + ids.get(1)).expect(200);
    Answer begun = bulk("action", "PAUSE", "filter", Map.of("processKey", key), "reason", "Audit");
    assertThat(begun.at("/total")).isEqualTo("4");
    assertThat(begun.at("/createdBy")).isEqualTo("manager");
    String job = begun.header("Location");
    JsonNode ended = ended(job);
    assertThat(ended.get("done").asInt()).isEqualTo(3);
    assertThat(ended.get("skipped").asInt()).isEqualTo(1);
    assertThat(ended.get("pending").asInt()).isZero();
    assertThat(ended.get("canUndo").asBoolean()).isTrue();
    assertThat(ids.stream().skip(2).map(this::status)).containsOnly("PAUSED");
    JsonNode items = manager().get(job + "/items?status=SKIPPED&count=true").expect(200).json();
    assertThat(items.get("total").asInt()).isEqualTo(1);
    assertThat(items.at("/items/0/id").asText()).isEqualTo(ids.get(0));
    assertThat(items.at("/items/0/code").asText()).isEqualTo("already-paused");
    JsonNode entry =
        api.admin().get("/audit?subject=execution/" + ids.get(2)).json().at("/items/0");
    assertThat(entry.get("actor").asText()).isEqualTo("manager");
    assertThat(entry.get("action").asText()).isEqualTo("ExecutionPaused");
    assertThat(entry.get("requestId").asText()).isEqualTo("bulk-" + job.substring(6));

    Answer undo = manager().post(job + "/undo").expect(202);
    assertThat(undo.at("/undoOf")).isEqualTo(job.substring(6));
    assertThat(ended(undo.header("Location")).get("done").asInt()).isEqualTo(3);
    assertThat(ids.stream().skip(2).map(this::status)).containsOnly("RUNNING");
    assertThat(status(ids.get(0))).isEqualTo("PAUSED");
    manager().post(job + "/undo").expectProblem(409, "bulk-not-undoable");
    assertThat(manager().get(job).at("/undoneBy")).isEqualTo(undo.at("/id"));
  }

  @Test
  void namedExecutionsAreCancelledAndEachFailureStandsByItself() {
    List<String> ids = new ArrayList<>(start(deployed.withTask(), 3));
    ids.add("no-such-thing");
    String job = bulk("action", "CANCEL", "ids", ids, "reason", "Duplicate").header("Location");
    JsonNode ended = ended(job);
    assertThat(ended.get("done").asInt()).isEqualTo(3);
    assertThat(ended.get("failed").asInt()).isEqualTo(1);
    assertThat(ended.get("canUndo").asBoolean()).isFalse();
    JsonNode failed = manager().get(job + "/items?status=FAILED").json().at("/items/0");
    assertThat(failed.get("code").asText()).isEqualTo("execution-not-found");
    assertThat(status(ids.get(0))).isEqualTo("CANCELLED");
    manager().post(job + "/undo").expectProblem(409, "bulk-not-undoable");
    manager().delete(job).expectProblem(409, "bulk-job-ended");
  }

  @Test
  void aBulkRetryIsDoneOnlyWhereTheWorkPassed() {
    String key =
        deployed.demo(
            Deployed.process("pricing")
                .startEvent()
                .serviceTask("price")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1S")
                .camundaExpression("${price + 0}")
                .endEvent()
                .done());
    List<String> ids = start(key, 3);
    Awaitility.await().until(() -> ids.stream().allMatch(id -> status(id).equals("FAILED")));
    for (String id : ids.subList(0, 2)) {
      manager().put("/executions/" + id + "/variables", Map.of("price", 12)).expect(200);
    }
    Answer begun =
        bulk("action", "RETRY", "filter", Map.of("processKey", key, "status", List.of("FAILED")));
    JsonNode ended = ended(begun.header("Location"));
    assertThat(ended.get("done").asInt()).isEqualTo(2);
    assertThat(ended.get("failed").asInt()).isEqualTo(1);
    JsonNode failed =
        manager().get(begun.header("Location") + "/items?status=FAILED").json().at("/items/0");
    assertThat(failed.get("id").asText()).isEqualTo(ids.get(2));
    assertThat(failed.get("code").asText()).isEqualTo("failed-again");
    assertThat(failed.at("/detail/retried/0/outcome").asText()).isEqualTo("FAILED_AGAIN");
    assertThat(failed.at("/detail/retried/0/message").asText()).contains("price");
    assertThat(status(ids.get(0))).isEqualTo("COMPLETED");
  }

  @Test
  void aMessageReachesEachOfManyThatWaitForIt() {
    String message = Names.unique("paid");
    String key =
        deployed.demo(
            Deployed.process("paying")
                .startEvent()
                .intermediateCatchEvent("wait")
                .message(message)
                .endEvent()
                .done());
    List<String> ids = start(key, 3);
    Answer begun =
        bulk(
            "action", "MESSAGE", "ids", ids, "message", message, "variables", Map.of("paid", true));
    assertThat(ended(begun.header("Location")).get("done").asInt()).isEqualTo(3);
    assertThat(ids.stream().map(this::status)).containsOnly("COMPLETED");
    assertThat(manager().get("/executions/" + ids.get(1)).json().at("/variables/paid").asBoolean())
        .isTrue();
  }

  @Test
  void whatIsAskedForIsJudgedBeforeAnythingHappens() {
    bulkRefused(Map.of("action", "PAUSE"), 422);
    bulkRefused(Map.of("action", "PAUSE", "filter", Map.of()), 422);
    bulkRefused(Map.of("action", "PAUSE", "ids", List.of("a"), "filter", Map.of("q", "a")), 422);
    bulkRefused(Map.of("action", "MESSAGE", "ids", List.of("a")), 422);
    bulkRefused(Map.of("action", "PAUSE", "ids", List.of()), 422);
    bulkRefused(Map.of("action", "EXPLODE", "ids", List.of("a")), 400);
    api.as("employee").post("/executions/bulk", Map.of("action", "PAUSE")).expect(403);
  }

  @Test
  void anotherTenantNeitherSeesAJobNorIsReachedByIt() {
    List<String> ids = start(deployed.withTask(), 1);
    Answer begun =
        api.otherAdmin()
            .post("/executions/bulk", Map.of("action", "CANCEL", "ids", ids))
            .expect(202);
    String job = begun.header("Location");
    manager().get(job).expectProblem(404, "bulk-job-not-found");
    manager().get(job + "/items").expectProblem(404, "bulk-job-not-found");
    manager().delete(job).expectProblem(404, "bulk-job-not-found");
    Awaitility.await().until(() -> api.otherAdmin().get(job).at("/status").equals("FINISHED"));
    assertThat(api.otherAdmin().get(job).at("/failed")).isEqualTo("1");
    assertThat(status(ids.get(0))).isEqualTo("RUNNING");
    api.as("employee").get(job).expectProblem(404, "bulk-job-not-found");
  }

  private void bulkRefused(Object body, int status) {
    manager().post("/executions/bulk", body).expect(status);
  }

  private Answer bulk(Object... members) {
    Map<String, Object> body = new java.util.HashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      body.put((String) members[i], members[i + 1]);
    }
    return manager().post("/executions/bulk", body).expect(202);
  }

  private JsonNode ended(String job) {
    Awaitility.await().until(() -> !manager().get(job).expect(200).at("/status").equals("RUNNING"));
    return manager().get(job).json();
  }

  private List<String> start(String key, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(
          api.as("employee").post("/executions", Map.of("processKey", key)).expect(201).at("/id"));
    }
    return ids;
  }

  private String status(String id) {
    return manager().get("/executions/" + id).expect(200).at("/status");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
