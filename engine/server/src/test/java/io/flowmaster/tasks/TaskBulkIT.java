package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class TaskBulkIT {
  private final Desk desk;

  TaskBulkIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
  }

  @Test
  void whatASearchFindsIsAssignedAndUndoneGivesEachBack() {
    String word = Names.unique("handover");
    String free = desk.task(Map.of("name", word, "candidateGroups", List.of("staff")));
    String taken = desk.task(Map.of("name", word, "assignee", "employee"));
    String there = desk.task(Map.of("name", word, "assignee", "employee2"));
    String moved = desk.task(Map.of("name", word, "assignee", "employee"));

    Answer job =
        ended(
            desk.manager,
            begin(
                desk.manager,
                Map.of("action", "ASSIGN", "query", Map.of("q", word), "assignee", "employee2")));
    assertThat(job.at("/total")).isEqualTo("4");
    assertThat(job.at("/done")).isEqualTo("3");
    assertThat(job.at("/skipped")).isEqualTo("1");
    for (String task : List.of(free, taken, there, moved)) {
      assertThat(desk.manager.get("/tasks/" + task).at("/assignee")).isEqualTo("employee2");
    }

    desk.manager
        .with("If-Match", "*")
        .put("/tasks/" + moved + "/assign", Map.of("assignee", "manager"))
        .expect(200);
    Answer undone =
        ended(
            desk.manager,
            desk.manager.post("/bulk/" + job.at("/id") + "/undo").expect(202).at("/id"));
    assertThat(undone.at("/done")).isEqualTo("2");
    assertThat(desk.manager.get("/tasks/" + free).json().at("/assignee").isNull()).isTrue();
    assertThat(desk.manager.get("/tasks/" + taken).at("/assignee")).isEqualTo("employee");
    assertThat(desk.manager.get("/tasks/" + there).at("/assignee")).isEqualTo("employee2");
    assertThat(desk.manager.get("/tasks/" + moved).at("/assignee")).isEqualTo("manager");
  }

  @Test
  void prioritiesAndDatesAreSetAndUndoneGivesBackWhatNobodyHasChangedSince() {
    String due = "2031-05-01T08:00:00Z";
    String former = desk.task(Map.of("name", "Former", "priority", 10, "dueAt", due));
    String without = desk.task(Map.of("name", "Without", "priority", 20));
    String moved = desk.task(Map.of("name", "Moved", "priority", 30));
    String same =
        desk.task(Map.of("name", "Same", "priority", 90, "dueAt", "2030-01-01T12:00:00Z"));
    Answer job =
        ended(
            desk.manager,
            begin(
                desk.manager,
                Map.of(
                    "action",
                    "CHANGE",
                    "ids",
                    List.of(former, without, moved, same),
                    "priority",
                    90,
                    "dueAt",
                    "2030-01-01T12:00:00Z")));
    assertThat(job.at("/done")).as(job.text()).isEqualTo("3");
    assertThat(job.at("/skipped")).isEqualTo("1");
    for (String task : List.of(former, without, moved)) {
      assertThat(desk.manager.get("/tasks/" + task).at("/priority")).isEqualTo("90");
      assertThat(desk.manager.get("/tasks/" + task).at("/dueAt")).isEqualTo("2030-01-01T12:00:00Z");
    }
    desk.manager
        .with("If-Match", "*")
        .put("/tasks/" + moved + "/priority", Map.of("priority", 55))
        .expect(200);

    ended(
        desk.manager, desk.manager.post("/bulk/" + job.at("/id") + "/undo").expect(202).at("/id"));
    assertThat(desk.manager.get("/tasks/" + former).at("/priority")).isEqualTo("10");
    assertThat(desk.manager.get("/tasks/" + former).at("/dueAt")).isEqualTo(due);
    assertThat(desk.manager.get("/tasks/" + without).at("/priority")).isEqualTo("20");
    assertThat(desk.manager.get("/tasks/" + without).json().at("/dueAt").isNull()).isTrue();
    assertThat(desk.manager.get("/tasks/" + moved).at("/priority")).isEqualTo("55");
    assertThat(desk.manager.get("/tasks/" + moved).json().at("/dueAt").isNull()).isTrue();
    assertThat(desk.manager.get("/tasks/" + same).at("/priority")).isEqualTo("90");
    desk.manager
        .post("/tasks/bulk", Map.of("action", "CHANGE", "ids", List.of(same)))
        .expectProblem(422, "invalid-change");
  }

  @Test
  void aSelectionIsAnsweredAndEachRefusalIsExplained() {
    String mine = desk.staffTask();
    String done = desk.staffTask();
    desk.employee.put("/tasks/" + done + "/respond").expect(200);
    String foreign = desk.task(Map.of("name", Names.unique("foreign"), "assignee", "manager"));
    Answer job =
        ended(
            desk.employee,
            begin(
                desk.employee,
                Map.of(
                    "action",
                    "RESPOND",
                    "ids",
                    List.of(mine, done, foreign),
                    "outcome",
                    "approved",
                    "variables",
                    Map.of("note", 7))));
    assertThat(job.at("/done")).isEqualTo("1");
    assertThat(job.at("/failed")).isEqualTo("2");
    assertThat(desk.employee.get("/tasks/" + mine).at("/outcome")).isEqualTo("approved");
    assertThat(desk.employee.get("/tasks/" + mine).json().at("/variables/note").asInt())
        .isEqualTo(7);
    assertThat(desk.manager.get("/tasks/" + foreign).at("/status")).isEqualTo("OPEN");
    var items =
        desk.employee.get("/bulk/" + job.at("/id") + "/items?status=FAILED").json().at("/items");
    assertThat(items.findValuesAsText("code"))
        .containsExactlyInAnyOrder("task-already-done", "task-not-found");
    desk.employee.post("/bulk/" + job.at("/id") + "/undo").expectProblem(409, "bulk-not-undoable");
  }

  @Test
  void aSavedFilterIsClaimedAndReleased() {
    String word = Names.unique("claimed");
    desk.task(Map.of("name", word, "candidateGroups", List.of("staff")));
    desk.task(Map.of("name", word, "candidateGroups", List.of("managers")));
    String filter =
        desk.employee
            .post("/tasks/filters", Map.of("name", word, "query", Map.of("q", word)))
            .expect(201)
            .at("/id");
    Answer job =
        ended(
            desk.employee,
            begin(
                desk.employee,
                Map.of("action", "ASSIGN", "filter", filter, "assignee", "employee")));
    assertThat(job.at("/total")).isEqualTo("1");
    assertThat(job.at("/done")).isEqualTo("1");
  }

  @Test
  void badRequestsBeginNothing() {
    desk.employee.post("/tasks/bulk", Map.of("action", "ASSIGN")).expectProblem(422, "invalid-ids");
    desk.employee
        .post(
            "/tasks/bulk",
            Map.of("action", "ASSIGN", "ids", List.of("x"), "query", Map.of("view", "mine")))
        .expectProblem(422, "invalid-ids");
    desk.employee
        .post("/tasks/bulk", Map.of("action", "RESPOND", "query", Map.of("view", "completed")))
        .expectProblem(422, "invalid-status");
    desk.manager
        .post("/tasks/bulk", Map.of("action", "ASSIGN", "ids", List.of("x"), "assignee", "nobody9"))
        .expectProblem(422, "unknown-assignee");
    desk.employee
        .post("/tasks/bulk", Map.of("action", "ASSIGN", "query", Map.of("view", "all")))
        .expectProblem(403, "task-not-yours");
  }

  private static String begin(Caller caller, Map<String, Object> body) {
    return caller.post("/tasks/bulk", body).expect(202).at("/id");
  }

  private static Answer ended(Caller caller, String job) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> caller.get("/bulk/" + job).expect(200),
            answer -> answer.at("/status").equals("FINISHED"));
  }
}
