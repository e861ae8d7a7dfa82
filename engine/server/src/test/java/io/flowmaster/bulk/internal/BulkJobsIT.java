package io.flowmaster.bulk.internal;

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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

@PlatformTest
class BulkJobsIT {
  private final Api api;
  private final BulkSlice slice;
  private final RepositoryService repository;
  private final ExternalTaskService externalTasks;

  BulkJobsIT(
      Api api, BulkSlice slice, RepositoryService repository, ExternalTaskService externalTasks) {
    this.api = api;
    this.slice = slice;
    this.repository = repository;
    this.externalTasks = externalTasks;
  }

  @Test
  void eachItemIsDoneOnceHoweverManyNodesWorkOnTheJob() {
    String key = Names.unique("many");
    deploy(key, Bpmn.createExecutableProcess(key).startEvent().userTask("t").endEvent().done());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ids.add(start(key));
    }
    Answer job = begin(manager(), "PAUSE", ids);
    List<CompletableFuture<Void>> nodes =
        Stream.generate(() -> CompletableFuture.runAsync(() -> slice.work(job.at("/id"))))
            .limit(4)
            .toList();
    nodes.forEach(CompletableFuture::join);
    Awaitility.await().until(() -> read(job).get("status").asText().equals("FINISHED"));
    assertThat(read(job).get("done").asInt()).isEqualTo(30);
    for (String id : ids) {
      JsonNode entries = api.admin().get("/audit?subject=execution/" + id).json().get("items");
      assertThat(entries.findValuesAsText("action").stream().filter("ExecutionPaused"::equals))
          .hasSize(1);
    }
    assertThat(manager().get("/bulk?status=FINISHED").expect(200).json().at("/items/0/id"))
        .isNotNull();
  }

  @Test
  void whatWasNotDoneWhenAJobIsCancelledIsLeftAlone() {
    Answer job = begin(manager(), "RETRY", List.of(failed()));
    Answer cancelled = manager().delete("/bulk/" + job.at("/id")).expect(200);
    assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/pending")).isEqualTo("1");
    assertThat(manager().get("/bulk/" + job.at("/id") + "/items").at("/items/0/status"))
        .isEqualTo("NOT_DONE");
    manager().delete("/bulk/" + job.at("/id")).expect(200);
  }

  @Test
  void whoLosesTheRoleLosesTheJob() {
    String user = Names.unique("leaver");
    Answer made =
        api.admin()
            .post("/users", Map.of("id", user, "name", user, "roles", List.of("manager")))
            .expect(201);
    Answer job = begin(api.as(user, "manager"), "RETRY", List.of(failed()));
    api.admin()
        .with("If-Match", made.header("ETag"))
        .put("/users/" + user, Map.of("name", user, "roles", List.of("employee"), "enabled", true))
        .expect(200);
    Awaitility.await().until(() -> read(job).get("status").asText().equals("FINISHED"));
    assertThat(manager().get("/bulk/" + job.at("/id") + "/items").at("/items/0/code"))
        .isEqualTo("forbidden");
  }

  /** An execution whose work failed and that no worker takes. */
  private String failed() {
    String key = Names.unique("booking");
    deploy(
        key,
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .serviceTask("book")
            .camundaExternalTask(key)
            .endEvent()
            .done());
    String id = start(key);
    String task = externalTasks.fetchAndLock(1, "w").topic(key, 60_000).execute().get(0).getId();
    externalTasks.handleFailure(task, "w", "down", "down", 0, 0);
    return id;
  }

  private void deploy(String key, BpmnModelInstance model) {
    repository.createDeployment().tenantId("demo").addModelInstance(key + ".bpmn", model).deploy();
  }

  private JsonNode read(Answer job) {
    return manager().get("/bulk/" + job.at("/id")).expect(200).json();
  }

  private static Answer begin(Caller caller, String action, List<String> ids) {
    return caller.post("/executions/bulk", Map.of("action", action, "ids", ids)).expect(202);
  }

  private String start(String key) {
    return api.as("employee").post("/executions", Map.of("processKey", key)).expect(201).at("/id");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
