package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

/** Answers to tasks that are sent again. */
@PlatformTest
class TaskAnswerKeysIT {
  private final Desk desk;

  TaskAnswerKeysIT(
      Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
  }

  @Test
  void anAnswerThatIsSentAgainIsGivenOnce() {
    for (String task :
        new String[] {desk.staffTask(), desk.task(Map.of("name", "A", "assignee", "employee"))}) {
      Caller keyed = desk.employee.with("Idempotency-Key", Names.unique("answer"));
      String path = "/tasks/" + task + "/respond";
      Answer first = keyed.put(path, Map.of("outcome", "approved", "comment", "Fine")).expect(200);
      assertThat(first.at("/status")).isEqualTo("COMPLETED");
      assertThat(first.at("/outcome")).isEqualTo("approved");
      assertThat(first.at("/completedBy")).isEqualTo("employee");
      Answer again = keyed.put(path, Map.of("outcome", "approved", "comment", "Fine")).expect(200);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(desk.employee.get("/tasks/" + task + "/comments?count=true").at("/total"))
          .isEqualTo("1");

      keyed.put(path, Map.of("outcome", "rejected")).expectProblem(422, "idempotency-key-reused");
      desk.employee
          .put(path, Map.of("outcome", "approved"))
          .expectProblem(409, "task-already-done");
    }
  }

  @Test
  void aRefusedAnswerDoesNotUseUpItsKey() {
    String task = desk.staffTask();
    Caller keyed = desk.employee.with("Idempotency-Key", Names.unique("answer"));
    String path = "/tasks/" + task + "/respond";
    desk.manager.put("/tasks/" + task + "/assign", Map.of("assignee", "employee2")).expect(200);
    keyed.put(path, Map.of()).expectProblem(409, "task-already-claimed");
    desk.manager.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    keyed.put(path, Map.of()).expect(200);
  }

  @Test
  void aDelegatesResultIsGivenOnceToo() {
    String task = desk.task(Map.of("name", "D", "assignee", "employee"));
    desk.employee.put("/tasks/" + task + "/delegate", Map.of("to", "employee2")).expect(200);
    Caller keyed = desk.employee2.with("Idempotency-Key", Names.unique("result"));
    Answer first = keyed.put("/tasks/" + task + "/resolve", Map.of("comment", "Seen")).expect(200);
    assertThat(first.at("/assignee")).isEqualTo("employee");
    assertThat(
            keyed.put("/tasks/" + task + "/resolve", Map.of("comment", "Seen")).expect(200).text())
        .isEqualTo(first.text());
  }
}
