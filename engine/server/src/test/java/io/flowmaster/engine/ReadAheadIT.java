package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read in one statement instead of many is the same as what the engine would have read. */
@PlatformTest
class ReadAheadIT {
  private static final String WORKER = "worker";
  private static final long LOCK = 60_000;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final HistoryService history;
  private final ExternalTaskService external;
  private final TaskService taskService;
  private final EngineBatch batch;
  private final String key = Names.unique("ahead");
  private String deployment;

  ReadAheadIT(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      HistoryService history,
      ExternalTaskService external,
      TaskService taskService,
      EngineBatch batch) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.history = history;
    this.external = external;
    this.taskService = taskService;
    this.batch = batch;
  }

  @AfterEach
  void clear() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void eachTaskOfAPageHasItsOwnVariablesAndThoseAroundIt() {
    SubProcessBuilder each =
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .subProcess("each")
            .camundaInputParameter("inside", "${business}");
    each.multiInstance().parallel().cardinality("3");
    deploy(
        each.embeddedSubProcess()
            .startEvent()
            .serviceTask("work")
            .camundaExternalTask(key)
            .camundaInputParameter("own", "${loopCounter}")
            .endEvent()
            .subProcessDone()
            .endEvent()
            .done());
    runtime.startProcessInstanceByKey(key, Map.of("business", "first"));
    runtime.startProcessInstanceByKey(key, Map.of("business", "second"));

    List<LockedExternalTask> page = external.fetchAndLock(10, WORKER).topic(key, LOCK).execute();

    assertThat(page).hasSize(6);
    Map<String, Long> seen = new HashMap<>();
    for (LockedExternalTask task : page) {
      assertThat(task.getVariables())
          .containsEntry("inside", task.getVariables().get("business"))
          .contains(entry("own", task.getVariables().get("loopCounter")));
      seen.merge(
          task.getVariables().get("business") + "/" + task.getVariables().get("own"),
          1L,
          Long::sum);
    }
    assertThat(seen).hasSize(6);
    page.forEach(task -> external.complete(task.getId(), WORKER, Map.of("done", true)));
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(key).count()).isZero();
    assertThat(history.createHistoricVariableInstanceQuery().variableName("own").list())
        .filteredOn(own -> key.equals(own.getProcessDefinitionKey()))
        .hasSize(6);
  }

  @Test
  void theIncidentOfATaskThatFailedGoesWithIt() {
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .serviceTask("work")
            .camundaExternalTask(key)
            .endEvent()
            .done());
    String failing = runtime.startProcessInstanceByKey(key).getId();
    String task = external.fetchAndLock(1, WORKER).topic(key, LOCK).execute().get(0).getId();
    external.handleFailure(task, WORKER, "broken", 0, 0);
    assertThat(runtime.createIncidentQuery().processInstanceId(failing).count()).isOne();

    external.complete(task, WORKER);

    assertThat(runtime.createIncidentQuery().processInstanceId(failing).count()).isZero();
    assertThat(
            history
                .createHistoricIncidentQuery()
                .processInstanceId(failing)
                .singleResult()
                .isResolved())
        .isTrue();
  }

  @Test
  void aStepWithTimersRunsInTheBackgroundAndLeavesNoJob() {
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .subProcess("scope")
            .camundaAsyncBefore()
            .embeddedSubProcess()
            .startEvent()
            .serviceTask("step")
            .camundaAsyncBefore()
            .camundaAsyncAfter()
            .camundaExpression("${execution.setVariable('done', 1)}")
            .boundaryEvent("late")
            .timerWithDuration("P1D")
            .endEvent()
            .moveToActivity("step")
            .endEvent()
            .subProcessDone()
            .boundaryEvent("later")
            .timerWithDuration("P2D")
            .endEvent()
            .moveToActivity("scope")
            .serviceTask("last")
            .camundaAsyncBefore()
            .camundaExpression("${1}")
            .endEvent()
            .done());

    String running = runtime.startProcessInstanceByKey(key).getId();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(runtime.createProcessInstanceQuery().processInstanceId(running).count())
                    .isZero());
    assertThat(management.createJobQuery().processDefinitionKey(key).count()).isZero();
    assertThat(history.createHistoricJobLogQuery().processInstanceId(running).successLog().list())
        .extracting("activityId")
        .containsExactlyInAnyOrder("scope", "step", "step", "last");
  }

  @Test
  void aStepThatIsPausedWhileItsKindIsKnownWaits() {
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .serviceTask("first")
            .camundaAsyncBefore()
            .camundaExpression("${1}")
            .serviceTask("second")
            .camundaAsyncBefore()
            .camundaExpression("${2}")
            .endEvent()
            .done());
    String before = runtime.startProcessInstanceByKey(key).getId();
    await().atMost(Duration.ofSeconds(20)).until(() -> isOver(before));

    management.suspendJobDefinitionById(jobDefinition("second"));
    management.setOverridingJobPriorityForJobDefinition(jobDefinition("second"), 7);
    String paused = runtime.startProcessInstanceByKey(key).getId();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var waiting = management.createJobQuery().processInstanceId(paused).singleResult();
              assertThat(waiting.getJobDefinitionId()).isEqualTo(jobDefinition("second"));
              assertThat(waiting.isSuspended()).isTrue();
              assertThat(waiting.getPriority()).isEqualTo(7);
            });
    management.activateJobDefinitionById(jobDefinition("second"), true);
    await().atMost(Duration.ofSeconds(20)).until(() -> isOver(paused));
  }

  private String jobDefinition(String activity) {
    return management
        .createJobDefinitionQuery()
        .processDefinitionKey(key)
        .activityIdIn(activity)
        .singleResult()
        .getId();
  }

  private boolean isOver(String execution) {
    return runtime.createProcessInstanceQuery().processInstanceId(execution).count() == 0;
  }

  @Test
  void aTaskThatIsClaimedAndCompletedInOneCommandKnowsWhenAllOfItBegan() {
    deploy(userTask());
    String running = runtime.startProcessInstanceByKey(key).getId();
    String task = taskService.createTaskQuery().processInstanceId(running).singleResult().getId();

    batch.together(
        () -> {
          taskService.claim(task, "ana");
          taskService.complete(task);
          return null;
        });

    var ended = history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
    assertThat(ended.getAssignee()).isEqualTo("ana");
    assertThat(ended.getDurationInMillis()).isNotNull();
    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(running).list())
        .allSatisfy(activity -> assertThat(activity.getDurationInMillis()).isNotNull());
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(running)
                .singleResult()
                .getDurationInMillis())
        .isNotNull();
  }

  @Test
  void subtasksAndSiblingsOfATaskAreNotOverlooked() {
    deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .parallelGateway("fork")
            .userTask("left")
            .endEvent()
            .moveToNode("fork")
            .userTask("right")
            .endEvent()
            .done());
    String running = runtime.startProcessInstanceByKey(key).getId();
    String left = task(running, "left");
    Task subtask = taskService.newTask();
    subtask.setParentTaskId(left);
    taskService.saveTask(subtask);

    assertThatThrownBy(() -> taskService.deleteTask(left)).isInstanceOf(Exception.class);
    taskService.complete(left);
    assertThat(taskService.createTaskQuery().taskId(subtask.getId()).count()).isZero();
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(running).count()).isOne();
    taskService.complete(task(running, "right"));
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(running).count()).isZero();
  }

  private String task(String running, String activity) {
    return taskService
        .createTaskQuery()
        .processInstanceId(running)
        .taskDefinitionKey(activity)
        .singleResult()
        .getId();
  }

  private BpmnModelInstance userTask() {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .userTask("approve")
        .camundaCandidateGroups("staff")
        .endEvent()
        .done();
  }

  private void deploy(BpmnModelInstance model) {
    deployment =
        repository.createDeployment().addModelInstance(key + ".bpmn", model).deploy().getId();
  }
}
