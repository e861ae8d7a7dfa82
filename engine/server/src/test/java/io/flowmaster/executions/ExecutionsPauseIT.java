package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class ExecutionsPauseIT {
  private final Api api;
  private final Deployed deployed;
  private final TaskService tasks;
  private final ExternalTaskService externalTasks;
  private final ManagementService management;
  private final SettableClock clock;

  ExecutionsPauseIT(
      Api api,
      RepositoryService repository,
      TaskService tasks,
      ExternalTaskService externalTasks,
      ManagementService management,
      SettableClock clock) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.tasks = tasks;
    this.externalTasks = externalTasks;
    this.management = management;
    this.clock = clock;
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void nothingOfAPausedExecutionGoesOnUntilItIsResumed() {
    String message = Names.unique("paid");
    String topic = Names.unique("book");
    String child =
        deployed.demo(
            Deployed.process("child")
                .startEvent()
                .parallelGateway("split")
                .intermediateCatchEvent("childTimer")
                .timerWithDuration("PT1H")
                .endEvent()
                .moveToNode("split")
                .serviceTask("childWork")
                .camundaExternalTask(topic)
                .endEvent()
                .moveToNode("split")
                .userTask("childTask")
                .endEvent()
                .moveToNode("split")
                .intermediateCatchEvent("childMessage")
                .message(message)
                .endEvent()
                .done());
    String key =
        deployed.demo(
            Deployed.process("parent")
                .startEvent()
                .callActivity("call")
                .calledElement(child)
                .endEvent()
                .done());
    String id = start(key);
    String task = tasks.createTaskQuery().processDefinitionKey(child).singleResult().getId();

    Answer paused = manager().put("/executions/" + id + "/pause").expect(200);
    assertThat(paused.at("/status")).isEqualTo("PAUSED");
    manager().put("/executions/" + id + "/pause").expect(200);

    manager()
        .post("/executions/messages", Map.of("name", message))
        .expectProblem(409, "execution-paused");
    worker().post("/engine-rest/task/" + task + "/complete", Map.of());
    assertThat(tasks.createTaskQuery().taskId(task).singleResult()).isNotNull();
    assertThat(externalTasks.fetchAndLock(1, "w").topic(topic, 1000).execute()).isEmpty();
    clock.forward(Duration.ofHours(2));
    assertThat(management.createJobQuery().rootProcessInstanceId(id).executable().active().count())
        .isZero();
    assertThat(tokens(childOf(id))).hasSize(4);
    manager()
        .post("/executions/" + id + "/move", Map.of("from", List.of("call")))
        .expectProblem(409, "execution-paused");
    manager().post("/executions/" + id + "/retry").expectProblem(409, "execution-paused");
    manager().put("/executions/" + childOf(id) + "/pause").expectProblem(409, "part-of-execution");

    assertThat(manager().put("/executions/" + id + "/resume").expect(200).at("/status"))
        .isEqualTo("RUNNING");
    manager().put("/executions/" + id + "/resume").expect(200);
    String called = childOf(id);
    Awaitility.await().until(() -> tokens(called).size() == 3);
    manager().post("/executions/messages", Map.of("name", message)).expect(200);
    var work = externalTasks.fetchAndLock(1, "w").topic(topic, 10_000).execute();
    externalTasks.complete(work.get(0).getId(), "w");
    tasks.complete(task);
    assertThat(status(id)).isEqualTo("COMPLETED");
    manager().put("/executions/" + id + "/pause").expectProblem(409, "execution-ended");
    manager().put("/executions/" + id + "/resume").expectProblem(409, "execution-ended");
  }

  @Test
  void aPausedExecutionDoesNotReactToConditionsAndSignals() {
    String signal = Names.unique("closed");
    String key =
        deployed.demo(
            Deployed.process("listening")
                .startEvent()
                .parallelGateway("split")
                .intermediateCatchEvent("rich")
                .condition("${amount > 10}")
                .endEvent()
                .moveToNode("split")
                .intermediateCatchEvent("closed")
                .signal(signal)
                .endEvent()
                .done());
    String id =
        employee()
            .post("/executions", Map.of("processKey", key, "variables", Map.of("amount", 1)))
            .expect(201)
            .at("/id");
    manager().put("/executions/" + id + "/pause").expect(200);
    manager()
        .put("/executions/" + id + "/variables", Map.of("amount", 11))
        .expectProblem(409, "execution-paused");
    manager()
        .post("/executions/signals", Map.of("name", signal, "executionId", id))
        .expectProblem(409, "execution-paused");
    Answer broadcast = manager().post("/executions/signals", Map.of("name", signal)).expect(200);
    assertThat(broadcast.at("/count")).isEqualTo("0");
    assertThat(tokens(id)).hasSize(2);
    manager().put("/executions/" + id + "/resume").expect(200);
    assertThat(
            manager()
                .post("/executions/signals", Map.of("name", signal, "executionId", id))
                .expect(200)
                .json()
                .get("executions"))
        .extracting(JsonNode::asText)
        .containsExactly(id);
    manager().put("/executions/" + id + "/variables", Map.of("amount", 11)).expect(200);
    assertThat(status(id)).isEqualTo("COMPLETED");
  }

  @Test
  void variablesOfAPausedExecutionCanBeRepaired() {
    String id = start(deployed.withTask());
    manager().put("/executions/" + id + "/pause").expect(200);
    assertThat(
            manager()
                .put("/executions/" + id + "/variables", Map.of("amount", 5))
                .expect(200)
                .at("/amount"))
        .isEqualTo("5");
    assertThat(status(id)).isEqualTo("PAUSED");
  }

  @Test
  void aCancelledExecutionEndsWithAllItCalledAndSaysWhy() {
    String child = deployed.withTask();
    String key =
        deployed.demo(
            Deployed.process("caller")
                .startEvent()
                .callActivity("call")
                .calledElement(child)
                .endEvent()
                .done());
    String id = start(key);
    String called = childOf(id);
    manager()
        .delete("/executions/" + called, Map.of("reason", "no"))
        .expectProblem(409, "part-of-execution");
    manager().put("/executions/" + id + "/pause").expect(200);
    Answer cancelled =
        manager().delete("/executions/" + id, Map.of("reason", "Customer withdrew")).expect(200);
    assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/endedAt")).isNotBlank();
    assertThat(cancelled.json().get("activities")).isEmpty();
    assertThat(status(called)).isEqualTo("CANCELLED");
    assertThat(tasks.createTaskQuery().processDefinitionKey(child).count()).isZero();
    manager().delete("/executions/" + id, Map.of("reason", "again")).expect(200);
    manager().post("/executions/" + id + "/retry").expectProblem(409, "execution-ended");
    manager()
        .post("/executions/" + id + "/move", Map.of("to", List.of("call")))
        .expectProblem(409, "execution-ended");
    manager()
        .put("/executions/" + id + "/variables", Map.of("a", 1))
        .expectProblem(409, "execution-ended");
    JsonNode events = manager().get("/executions/" + id + "/history").json().get("items");
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("type").asText()).isEqualTo("EXECUTION_CANCELLED");
    assertThat(last.get("actor").asText()).isEqualTo("manager");
    assertThat(last.at("/detail/reason").asText()).isEqualTo("Customer withdrew");
  }

  @Test
  void aCompletedExecutionCannotBeCancelled() {
    String id = start(deployed.demo(Deployed.process("quick").startEvent().endEvent().done()));
    manager().delete("/executions/" + id).expectProblem(409, "execution-ended");
  }

  @Test
  void aListenerThatFailsIsToldWhenCancelling() {
    String key =
        deployed.demo(
            Deployed.process("stubborn")
                .startEvent()
                .userTask("hold")
                .camundaExecutionListenerExpression("end", "${noSuchThing}")
                .endEvent()
                .done());
    String id = start(key);
    manager().delete("/executions/" + id).expectProblem(422, "activity-failed");
    assertThat(status(id)).isEqualTo("RUNNING");
  }

  private List<JsonNode> tokens(String id) {
    return List.copyOf(
        manager().get("/executions/" + id).expect(200).json().findParents("activityId"));
  }

  private String childOf(String id) {
    return manager().get("/executions?parentId=" + id).expect(200).at("/items/0/id");
  }

  private String status(String id) {
    return manager().get("/executions/" + id).expect(200).at("/status");
  }

  private String start(String key) {
    return employee().post("/executions", Map.of("processKey", key)).expect(201).at("/id");
  }

  private Caller employee() {
    return api.as("employee", "employee");
  }

  private Caller worker() {
    return api.as("worker", "worker");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
