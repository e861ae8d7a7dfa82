package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.TenantId;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A row that was read is not believed when somebody else changed it before it is written. */
@PlatformTest
class RowsInHandIT {
  private static final TenantId DEMO = new TenantId("demo");
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final JdbcTaskStore store;
  private final RowsInHand inHand;
  private final TransactionTemplate transaction;

  RowsInHandIT(
      RepositoryService repository,
      RuntimeService runtime,
      TaskService tasks,
      JdbcTaskStore store,
      RowsInHand inHand,
      TransactionTemplate transaction) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.store = store;
    this.inHand = inHand;
    this.transaction = transaction;
  }

  @Test
  void aCandidateWhoWasAddedMeanwhileStays() {
    String task = staffTask();

    transaction.executeWithoutResult(
        status -> {
          inHand.read(store.find(DEMO, task).orElseThrow());
          CompletableFuture.runAsync(() -> tasks.addCandidateGroup(task, "late")).join();
          tasks.setPriority(task, 77);
        });

    EngineTask now = store.find(DEMO, task).orElseThrow().task();
    assertThat(now.priority()).isEqualTo(77);
    assertThat(now.candidateGroups()).containsExactly("late", "staff");
  }

  private String staffTask() {
    String key = Names.unique("in-hand");
    repository
        .createDeployment()
        .tenantId("demo")
        .addModelInstance(
            "process.bpmn",
            Bpmn.createExecutableProcess(key)
                .startEvent()
                .userTask("work")
                .camundaCandidateGroups("staff")
                .endEvent()
                .done())
        .deploy();
    String execution =
        runtime.createProcessInstanceByKey(key).processDefinitionTenantId("demo").execute().getId();
    return tasks.createTaskQuery().processInstanceId(execution).singleResult().getId();
  }
}
