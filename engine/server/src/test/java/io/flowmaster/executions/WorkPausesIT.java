package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.Test;

@PlatformTest
class WorkPausesIT {
  private final Api api;
  private final Deployed deployed;
  private final ExternalTaskService externalTasks;

  WorkPausesIT(Api api, RepositoryService repository, ExternalTaskService externalTasks) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.externalTasks = externalTasks;
  }

  @Test
  void externalTasksOfAPausedTopicAreNotHandedOut() {
    String topic = Names.unique("carrier");
    String key =
        deployed.demo(
            Deployed.process("booking")
                .startEvent()
                .serviceTask("book")
                .camundaExternalTask(topic)
                .endEvent()
                .done());
    start(key);
    Answer paused = pause(Map.of("topic", topic, "reason", "Carrier is down"));
    assertThat(paused.at("/held")).isEqualTo("1");
    String later = start(key);
    assertThat(fetch(topic)).isEmpty();
    assertThat(pause(Map.of("topic", topic)).at("/id")).isEqualTo(paused.at("/id"));
    assertThat(manager().get("/executions/pauses").expect(200).json().get("items"))
        .anySatisfy(
            pause -> {
              assertThat(pause.get("topic").asText()).isEqualTo(topic);
              assertThat(pause.get("held").asInt()).isEqualTo(2);
              assertThat(pause.get("createdBy").asText()).isEqualTo("manager");
            });

    manager().put("/executions/" + later + "/pause").expect(200);
    manager().put("/executions/" + later + "/resume").expect(200);
    assertThat(fetch(topic)).isEmpty();

    manager().put("/executions/" + later + "/pause").expect(200);
    api.otherAdmin()
        .delete("/executions/pauses/" + paused.at("/id"))
        .expectProblem(404, "work-pause-not-found");
    manager().delete("/executions/pauses/" + paused.at("/id")).expect(204);
    assertThat(fetch(topic)).hasSize(1);
    manager().put("/executions/" + later + "/resume").expect(200);
    assertThat(fetch(topic)).hasSize(1);
  }

  @Test
  void userTasksOfAPausedActivitySaySoAndCannotBeAnswered() {
    String key =
        deployed.demo(
            Deployed.process("approval")
                .startEvent()
                .userTask("approve")
                .camundaCandidateGroups("staff")
                .endEvent()
                .done());
    start(key);
    Answer paused =
        pause(
            Map.of(
                "processKey", key, "activityId", "approve", "reason", "The price list is wrong"));
    assertThat(paused.at("/held")).isEqualTo("1");
    String later = start(key);
    Caller manager = manager();
    String task = manager.get("/tasks?view=all&executionId=" + later).expect(200).at("/items/0/id");
    assertThat(manager.get("/tasks/" + task).at("/process/paused")).isEqualTo("true");
    assertThat(manager.get("/tasks/" + task).at("/process/pauseReason"))
        .isEqualTo("The price list is wrong");
    manager.put("/tasks/" + task + "/assign", Map.of("assignee", "manager")).expect(200);
    Answer refused = manager.put("/tasks/" + task + "/respond", Map.of());
    refused.expectProblem(409, "task-paused");
    assertThat(refused.at("/detail")).contains("The price list is wrong");
    api.admin()
        .post("/engine-rest/task/" + task + "/complete", Map.of())
        .expectProblem(409, "task-paused");
    assertThat(manager.get("/tasks/" + task).at("/status")).isEqualTo("OPEN");

    manager.delete("/executions/pauses/" + paused.at("/id")).expect(204);
    assertThat(manager.get("/tasks/" + task).at("/process/paused")).isEqualTo("false");
    manager.put("/tasks/" + task + "/respond", Map.of()).expect(200);
    assertThat(status(later)).isEqualTo("COMPLETED");
  }

  @Test
  void jobsOfAPausedActivityWaitAlsoThoseToCome() {
    String key =
        deployed.demo(
            Deployed.process("pricing")
                .startEvent()
                .serviceTask("price")
                .camundaAsyncBefore()
                .camundaExpression("${true}")
                .endEvent()
                .done());
    Answer paused = pause(Map.of("processKey", key, "activityId", "price"));
    String id = start(key);
    assertThat(manager().get("/executions/" + id).at("/activities/0/activityId"))
        .isEqualTo("price");
    Awaitility.await()
        .during(java.time.Duration.ofMillis(1500))
        .until(() -> status(id).equals("RUNNING"));
    manager().delete("/executions/pauses/" + paused.at("/id")).expect(204);
    Awaitility.await().until(() -> status(id).equals("COMPLETED"));
  }

  @Test
  void aPauseNamesATopicOrAnActivityOfAProcess() {
    refused(Map.of());
    refused(Map.of("processKey", "order"));
    refused(Map.of("activityId", "price"));
    refused(Map.of("topic", "carrier", "activityId", "price", "processKey", "order"));
    api.as("employee").post("/executions/pauses", Map.of("topic", "x")).expect(403);
  }

  private void refused(Object body) {
    manager().post("/executions/pauses", body).expectProblem(422, "invalid-input");
  }

  private Answer pause(Object body) {
    return manager().post("/executions/pauses", body).expect(201);
  }

  private List<LockedExternalTask> fetch(String topic) {
    return externalTasks.fetchAndLock(10, "w1").topic(topic, 60_000).execute();
  }

  private String status(String id) {
    return manager().get("/executions/" + id).expect(200).at("/status");
  }

  private String start(String key) {
    return api.as("employee").post("/executions", Map.of("processKey", key)).expect(201).at("/id");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
