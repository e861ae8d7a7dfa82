package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the engine writes to PostgreSQL: in one trip, into tables with the indexes that are used. */
@PlatformTest
class PostgresWritesIT {
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final TaskService taskService;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final String key = Names.unique("written");
  private String deployment;

  PostgresWritesIT(
      RepositoryService repository,
      RuntimeService runtime,
      HistoryService history,
      TaskService taskService,
      ProcessEngine engine,
      JdbcClient jdbc) {
    this.repository = repository;
    this.runtime = runtime;
    this.history = history;
    this.taskService = taskService;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void onPostgres() {
    assumeThat(System.getProperty("flowmaster.test.database", "h2")).isEqualTo("postgresql");
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                key + ".bpmn",
                Bpmn.createExecutableProcess(key)
                    .startEvent()
                    .serviceTask("step")
                    .camundaExpression("${1 + 1}")
                    .userTask("wait")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
  }

  @AfterEach
  void clear() {
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void fewAndManyRowsOfManyKindsAreThere() {
    String few = started(2);
    String many = started(60);

    assertThat(runtime.getVariables(few)).isEqualTo(variables(2));
    assertThat(runtime.getVariables(many)).isEqualTo(variables(60));
    for (String instance : List.of(few, many)) {
      assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance).list())
          .extracting("activityType")
          .containsExactlyInAnyOrder("startEvent", "serviceTask", "userTask");
    }
    runtime.deleteProcessInstance(few, "done");
    assertThat(
            jdbc.sql("select count(*) from ACT_RU_VARIABLE where PROC_INST_ID_ = ?")
                .param(few)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aChangeOfWhatAnotherHasChangedMeanwhileIsRefused() {
    String instance = started(1);
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThatThrownBy(
            () ->
                configuration
                    .getCommandExecutorTxRequiresNew()
                    .execute(
                        command -> {
                          ExecutionEntity mine =
                              command.getExecutionManager().findExecutionById(instance);
                          mine.setVariable("here", 1);
                          mine.setBusinessKey("mine");
                          configuration
                              .getCommandExecutorTxRequiresNew()
                              .execute(
                                  other -> {
                                    other
                                        .getExecutionManager()
                                        .findExecutionById(instance)
                                        .setBusinessKey("theirs");
                                    return null;
                                  });
                          return null;
                        }))
        .isInstanceOf(OptimisticLockingException.class);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey())
        .isEqualTo("theirs");
    assertThat(runtime.getVariables(instance)).doesNotContainKey("here");
  }

  @Test
  void completingATaskThatAnotherHasChangedMeanwhileIsRefusedAsALostRace() {
    String instance = started(1);
    String task = taskService.createTaskQuery().processInstanceId(instance).singleResult().getId();
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThatThrownBy(
            () ->
                configuration
                    .getCommandExecutorTxRequiresNew()
                    .execute(
                        command -> {
                          command.getTaskManager().findTaskById(task).complete();
                          configuration
                              .getCommandExecutorTxRequiresNew()
                              .execute(
                                  other -> {
                                    other.getTaskManager().findTaskById(task).setPriority(80);
                                    return null;
                                  });
                          return null;
                        }))
        .isInstanceOf(OptimisticLockingException.class);
    assertThat(taskService.createTaskQuery().taskId(task).singleResult().getPriority())
        .isEqualTo(80);
  }

  @Test
  void indexesThatNobodyAsksForAreGone() {
    List<String> indexes =
        jdbc.sql("select indexname from pg_indexes where schemaname = current_schema()")
            .query(String.class)
            .list();

    assertThat(indexes)
        .contains("engine_procinst_list", "engine_detail_task", "act_idx_hi_actinst_root_pi")
        .doesNotContain("act_idx_hi_act_inst_tenant_id", "act_idx_ext_task_priority");
    assertThat(indexes.stream().filter(index -> index.startsWith("act_idx_hi_detail")))
        .containsExactlyInAnyOrder(
            "act_idx_hi_detail_root_pi",
            "act_idx_hi_detail_proc_inst",
            "act_idx_hi_detail_rm_time",
            "act_idx_hi_detail_var_inst_id");
  }

  private String started(int variables) {
    return runtime.startProcessInstanceByKey(key, variables(variables)).getId();
  }

  private static Map<String, Object> variables(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "v" + i, i -> i % 2 == 0 ? i : "text " + i));
  }
}
