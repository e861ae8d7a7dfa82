package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class InboxRebuildIT {
  private final Api api;
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final String tenant = Names.unique("rebuilt");

  InboxRebuildIT(Api api, TaskService tasks, JdbcClient jdbc) {
    this.api = api;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  @Test
  void oneCommandMakesTheInboxAnew() {
    String lost = task("Lost");
    String done = task("Done");
    String wrong = task("Wrong");
    tasks.addCandidateGroup(wrong, "staff");
    tasks.complete(done);
    Caller admin = api.in(tenant, "admin", List.of(), "admin");
    assertThat(admin.post("/tasks/rebuild").expect(200).at("/unchanged")).isEqualTo("3");

    jdbc.sql("delete from tasks_task where id in (:ids)")
        .param("ids", List.of(lost, done))
        .update();
    jdbc.sql("update tasks_task set assignee = 'mistake' where id = :id")
        .param("id", wrong)
        .update();
    jdbc.sql(
            """
            insert into tasks_task (id, tenant, name, name_key, status, priority, urgency, due, created_at, candidate_groups,
              candidate_users, revision)
            select 'ghost-' || id, tenant, name, name_key, 'OPEN', priority, urgency, due, created_at, candidate_groups,
              candidate_users, 1
            from tasks_task where id = :id
            """)
        .param("id", wrong)
        .update();

    Answer report = admin.post("/tasks/rebuild").expect(200);
    assertThat(report.at("/added")).isEqualTo("2");
    assertThat(report.at("/corrected")).isEqualTo("2");
    assertThat(admin.get("/tasks/" + lost).at("/status")).isEqualTo("OPEN");
    assertThat(admin.get("/tasks/" + done).at("/status")).isEqualTo("COMPLETED");
    assertThat(admin.get("/tasks/" + wrong).json().at("/assignee").isNull()).isTrue();
    assertThat(admin.get("/tasks/ghost-" + wrong).at("/status")).isEqualTo("CANCELLED");
    assertThat(admin.post("/tasks/rebuild").expect(200).at("/corrected")).isEqualTo("0");
  }

  @Test
  void onlyAdministratorsRebuild() {
    api.in(tenant, "manager", List.of(), "manager")
        .post("/tasks/rebuild")
        .expectProblem(403, "forbidden");
  }

  private String task(String name) {
    Task task = tasks.newTask();
    task.setName(name);
    task.setTenantId(tenant);
    tasks.saveTask(task);
    return task.getId();
  }
}
