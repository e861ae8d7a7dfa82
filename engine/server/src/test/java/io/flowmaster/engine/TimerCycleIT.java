package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.SettableClock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class TimerCycleIT {
  private static final String DAILY = "0 0 1 ? * * *";
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final HistoryService history;
  private final SettableClock clock;
  private String deployment;

  TimerCycleIT(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      HistoryService history,
      SettableClock clock) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.history = history;
    this.clock = clock;
  }

  @AfterEach
  void backToNow() {
    clock.reset();
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void aStartTimerWithAYearFieldFiresDayAfterDay() {
    String key = Names.unique("daily");
    deploy(Bpmn.createExecutableProcess(key).startEvent().timerWithCycle(DAILY).endEvent().done());
    Date first = due(key);
    assertThat(first).isAfter(clockTime());
    clock.forward(Duration.ofHours(25));
    awaitStarted(key, 1);
    assertThat(due(key)).isAfter(clockTime());
    clock.forward(Duration.ofHours(25));
    awaitStarted(key, 2);
  }

  @Test
  void aBoundaryTimerWithAYearFieldFiresAgainAndAgain() {
    String key = Names.unique("reminded");
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .userTask("wait")
            .boundaryEvent("remind")
            .cancelActivity(false)
            .timerWithCycle(DAILY)
            .endEvent("reminded")
            .done());
    String instance = runtime.startProcessInstanceByKey(key).getId();
    for (int times = 1; times <= 2; times++) {
      clock.forward(Duration.ofHours(25));
      awaitReached(instance, "reminded", times);
    }
  }

  @Test
  void anIntermediateTimerWithAYearFieldFires() {
    String key = Names.unique("delayed");
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .intermediateCatchEvent("until")
            .timerWithCycle(DAILY)
            .endEvent("on")
            .done());
    String instance = runtime.startProcessInstanceByKey(key).getId();
    clock.forward(Duration.ofHours(25));
    awaitReached(instance, "on", 1);
  }

  @Test
  void aRepetitionEnds() {
    String key = Names.unique("repeated");
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .userTask("wait")
            .boundaryEvent("remind")
            .cancelActivity(false)
            .timerWithCycle("R2/PT1H")
            .endEvent("reminded")
            .done());
    String instance = runtime.startProcessInstanceByKey(key).getId();
    for (int times = 1; times <= 2; times++) {
      clock.forward(Duration.ofMinutes(61));
      awaitReached(instance, "reminded", times);
    }
    assertThat(management.createJobQuery().processInstanceId(instance).count()).isZero();
  }

  @Test
  void aCycleThatNeverComesIsNotDeployed() {
    assertThatThrownBy(
            () ->
                deploy(
                    Bpmn.createExecutableProcess(Names.unique("never"))
                        .startEvent()
                        .timerWithCycle("0 0 0 1 1 ? 2020")
                        .endEvent()
                        .done()))
        .isInstanceOf(NotValidException.class);
  }

  private void deploy(BpmnModelInstance model) {
    DeploymentWithDefinitions deployed =
        repository.createDeployment().addModelInstance("test.bpmn", model).deployWithResult();
    deployment = deployed.getId();
  }

  private Date due(String key) {
    return management.createJobQuery().processDefinitionKey(key).singleResult().getDuedate();
  }

  private Date clockTime() {
    return Date.from(clock.instant());
  }

  private void awaitStarted(String key, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        history
                            .createHistoricProcessInstanceQuery()
                            .processDefinitionKey(key)
                            .count())
                    .isEqualTo(times));
  }

  private void awaitReached(String instance, String activity, int times) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        history
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance)
                            .activityId(activity)
                            .count())
                    .isEqualTo(times));
  }
}
