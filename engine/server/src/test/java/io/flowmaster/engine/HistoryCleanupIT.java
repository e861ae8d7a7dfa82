package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class HistoryCleanupIT {
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final SettableClock clock;
  private final JdbcClient jdbc;

  HistoryCleanupIT(
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      HistoryService history,
      SettableClock clock,
      JdbcClient jdbc) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /**
   * A clean-up that began when the clock was ahead, in this test or another, removes as of then
   * what begins now: within the clean-up window there may be one at any time.
   */
  @AfterEach
  @BeforeEach
  void backToNow() {
    clock.reset();
    await().atMost(Duration.ofSeconds(40)).until(() -> cleanUpsAtWork() == 0);
  }

  private int cleanUpsAtWork() {
    return jdbc.sql(
            "select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'history-cleanup' and LOCK_OWNER_ is not null")
        .query(Integer.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void cleanupSparesWhatStillRuns(int timeToLive) {
    String key = deployed(timeToLive);
    String running = started(key);
    complete("first", running);
    Map<String, Long> before = historyOf(running);
    assertThat(before.values()).allMatch(count -> count > 0);

    clock.forward(Duration.ofDays(5));
    cleanUp();
    assertThat(historyOf(running)).isEqualTo(before);

    clock.forward(Duration.ofDays(5));
    cleanUp();
    assertThat(historyOf(running)).isEqualTo(before);

    complete("second", running);
    complete("called", running);
    assertThat(running(running)).isFalse();
    Map<String, Long> whole = historyOf(running);
    assertThat(whole.get("activities")).isGreaterThan(before.get("activities"));

    clock.forward(Duration.ofDays(timeToLive + 2));
    cleanUp();
    assertThat(historyOf(running).values()).allMatch(count -> count == 0);
  }

  @Test
  void theDefaultTimeToLiveHoldsWhereTheModelHasNone() {
    String key = deployed(null);
    String ended = started(key);
    runtime.deleteProcessInstance(ended, "no longer needed");
    clock.forward(Duration.ofDays(170));
    cleanUp();
    assertThat(historyOf(ended).get("instances")).isPositive();
    clock.forward(Duration.ofDays(10));
    cleanUp();
    assertThat(historyOf(ended).values()).allMatch(count -> count == 0);
  }

  /** Runs the clean-up until it has removed a finished execution that was due. */
  private void cleanUp() {
    String key = Names.unique("marker");
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(key)
            .camundaHistoryTimeToLive(0)
            .startEvent()
            .endEvent()
            .done();
    deploy(model);
    String marker = runtime.startProcessInstanceByKey(key).getId();
    clock.forward(Duration.ofHours(25));
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreException(OptimisticLockingException.class)
        .until(
            () -> {
              history.cleanUpHistoryAsync(true);
              return historyOf(marker).get("instances") == 0;
            });
  }

  private Map<String, Long> historyOf(String root) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(
        "instances", history.createHistoricProcessInstanceQuery().processInstanceId(root).count());
    counts.put(
        "called",
        history.createHistoricProcessInstanceQuery().superProcessInstanceId(root).count());
    counts.put(
        "activities",
        history.createHistoricActivityInstanceQuery().processInstanceId(root).count());
    counts.put(
        "tasks", history.createHistoricTaskInstanceQuery().rootProcessInstanceId(root).count());
    counts.put(
        "variables", history.createHistoricVariableInstanceQuery().processInstanceId(root).count());
    counts.put("details", history.createHistoricDetailQuery().processInstanceId(root).count());
    counts.put("bytes", bytes(root));
    return counts;
  }

  private long bytes(String root) {
    return history
        .createHistoricVariableInstanceQuery()
        .processInstanceId(root)
        .variableName("long")
        .list()
        .stream()
        .filter(variable -> "x".repeat(9_000).equals(variable.getValue()))
        .count();
  }

  private String started(String key) {
    return runtime
        .startProcessInstanceByKey(key, Map.of("amount", 5, "long", "x".repeat(9_000)))
        .getId();
  }

  private String deployed(Integer timeToLive) {
    String key = Names.unique("lasting");
    deploy(
        Bpmn.createExecutableProcess(key + "-called")
            .startEvent()
            .userTask("called")
            .endEvent()
            .done());
    var process = Bpmn.createExecutableProcess(key);
    if (timeToLive != null) {
      process = process.camundaHistoryTimeToLive(timeToLive);
    }
    deploy(
        process
            .startEvent()
            .subProcess()
            .embeddedSubProcess()
            .startEvent()
            .userTask("first")
            .endEvent()
            .subProcessDone()
            .parallelGateway("fork")
            .userTask("second")
            .endEvent()
            .moveToNode("fork")
            .callActivity("call")
            .calledElement(key + "-called")
            .endEvent()
            .done());
    return key;
  }

  private void deploy(BpmnModelInstance model) {
    repository.createDeployment().addModelInstance("test.bpmn", model).deploy();
  }

  private void complete(String task, String root) {
    tasks.createTaskQuery().taskDefinitionKey(task).list().stream()
        .filter(
            t ->
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(t.getProcessInstanceId())
                    .singleResult()
                    .getRootProcessInstanceId()
                    .equals(root))
        .forEach(t -> tasks.complete(t.getId()));
  }

  private boolean running(String instance) {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }
}
