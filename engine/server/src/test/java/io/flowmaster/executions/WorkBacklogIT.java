package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class WorkBacklogIT {
  private final Api api;
  private final Deployed deployed;
  private final ExternalTaskService externalTasks;
  private final SettableClock clock;

  WorkBacklogIT(
      Api api,
      RepositoryService repository,
      ExternalTaskService externalTasks,
      SettableClock clock) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.externalTasks = externalTasks;
    this.clock = clock;
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void eachTopicSaysWhatWaitsWhatIsDoneAndWhatHasFailed() {
    String topic = Names.unique("score");
    String key = withTopic(topic);
    start(key, 4);
    List<LockedExternalTask> taken =
        externalTasks.fetchAndLock(2, "w1").topic(topic, 3_600_000).execute();
    externalTasks.handleFailure(taken.get(0).getId(), "w1", "down", 0, 0);

    JsonNode found = topic(manager(), topic);

    assertThat(found.get("waiting").asInt()).isEqualTo(2);
    assertThat(found.get("working").asInt()).isEqualTo(1);
    assertThat(found.get("workers").asInt()).isEqualTo(1);
    assertThat(found.get("failed").asInt()).isEqualTo(1);
    assertThat(found.hasNonNull("oldestWaiting")).isTrue();
    api.otherAdmin().get("/executions/backlog").expect(200);
    assertThat(topic(api.otherAdmin(), topic)).isNull();
  }

  @Test
  void workThatNobodyTakesForAMinuteHasNoWorker() {
    String topic = Names.unique("nobody");
    start(withTopic(topic), 1);
    assertThat(topic(manager(), topic).get("noWorker").asBoolean()).isFalse();

    clock.forward(Duration.ofMinutes(2));

    assertThat(topic(manager(), topic).get("noWorker").asBoolean()).isTrue();
    externalTasks.fetchAndLock(1, "w1").topic(topic, 3_600_000).execute();
    assertThat(topic(manager(), topic).get("noWorker").asBoolean()).isFalse();
  }

  @Test
  void heldWorkIsNoAlarm() {
    String topic = Names.unique("held");
    start(withTopic(topic), 1);
    manager().post("/executions/pauses", Map.of("topic", topic)).expect(201);
    clock.forward(Duration.ofMinutes(2));

    JsonNode found = topic(manager(), topic);

    assertThat(found.get("held").asInt()).isEqualTo(1);
    assertThat(found.get("noWorker").asBoolean()).isFalse();
  }

  @Test
  void jobsThatAreOutOfRetriesAndTimersAreCounted() {
    JsonNode before = manager().get("/executions/backlog").expect(200).json().get("jobs");
    start(
        deployed.demo(
            Deployed.process("later")
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDuration("P300D")
                .endEvent()
                .done()),
        1);
    start(
        deployed.demo(
            Deployed.process("broken")
                .startEvent()
                .serviceTask("fail")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1S")
                .camundaExpression("${missing}")
                .endEvent()
                .done()),
        1);

    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode jobs = manager().get("/executions/backlog").expect(200).json().get("jobs");
              assertThat(jobs.get("later").asInt()).isGreaterThan(before.get("later").asInt());
              assertThat(jobs.get("failed").asInt()).isGreaterThan(before.get("failed").asInt());
            });
  }

  private String withTopic(String topic) {
    return deployed.demo(
        Deployed.process("scoring")
            .startEvent()
            .serviceTask("score")
            .camundaExternalTask(topic)
            .endEvent()
            .done());
  }

  private void start(String key, int times) {
    for (int i = 0; i < times; i++) {
      api.as("employee").post("/executions", Map.of("processKey", key)).expect(201);
    }
  }

  private static JsonNode topic(Caller caller, String topic) {
    JsonNode topics = caller.get("/executions/backlog").expect(200).json().get("topics");
    return StreamSupport.stream(topics.spliterator(), false)
        .filter(one -> one.get("topic").asText().equals(topic))
        .findFirst()
        .orElse(null);
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
