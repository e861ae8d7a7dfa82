package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class TasksIT {
  private final Desk desk;

  TasksIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
  }

  @Test
  void aTaskOfAProcessIsOfferedClaimedAndCompleted() {
    String execution = desk.start(desk.staffProcess(), Map.of("amount", 5));
    String task = desk.taskOf(execution);

    JsonNode offered =
        desk.employee.get("/tasks?view=group&executionId=" + execution).expect(200).json();
    assertThat(offered.at("/items/0/id").asText()).isEqualTo(task);
    assertThat(offered.at("/items/0/status").asText()).isEqualTo("OPEN");
    assertThat(offered.at("/items/0/candidateGroups/0").asText()).isEqualTo("staff");

    desk.employee.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    assertThat(found(desk.employee.get("/tasks?view=mine&executionId=" + execution)))
        .containsExactly(task);
    assertThat(found(desk.employee2.get("/tasks?view=group&executionId=" + execution))).isEmpty();

    Answer done =
        desk.employee
            .put(
                "/tasks/" + task + "/respond",
                Map.of("outcome", "approved", "variables", Map.of("note", "fine")))
            .expect(200);
    assertThat(done.at("/status")).isEqualTo("COMPLETED");
    assertThat(done.at("/completedBy")).isEqualTo("employee");
    assertThat(done.at("/outcome")).isEqualTo("approved");
    assertThat(found(desk.employee.get("/tasks?view=completed&executionId=" + execution)))
        .containsExactly(task);
    JsonNode details = desk.employee.get("/tasks/" + task).expect(200).json();
    assertThat(details.at("/variables/outcome").asText()).isEqualTo("approved");
    assertThat(details.at("/variables/amount").asInt()).isEqualTo(5);
    assertThat(details.at("/process/processKey").asText()).startsWith("staff-process");
  }

  @Test
  void aSecondResponseIsAConflict() {
    String task = desk.staffTask();
    desk.employee.put("/tasks/" + task + "/respond").expect(200);
    desk.employee.put("/tasks/" + task + "/respond").expectProblem(409, "task-already-done");
    desk.manager
        .put("/tasks/" + task + "/assign", Map.of("assignee", "employee"))
        .expectProblem(409, "task-already-done");
  }

  @Test
  void aClaimRaceHasOneWinnerAndTheOthersLearnWho() throws Exception {
    for (int round = 0; round < 5; round++) {
      String task = desk.staffTask();
      List<Callable<Answer>> claims = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        boolean first = i % 2 == 0;
        claims.add(
            () ->
                (first ? desk.employee : desk.employee2)
                    .put(
                        "/tasks/" + task + "/assign",
                        Map.of("assignee", first ? "employee" : "employee2")));
      }
      ExecutorService pool = Executors.newFixedThreadPool(4);
      List<Answer> answers = new ArrayList<>();
      try {
        for (var claim : pool.invokeAll(claims)) {
          answers.add(claim.get());
        }
      } finally {
        pool.shutdown();
      }
      String winner = desk.manager.get("/tasks/" + task).at("/assignee");
      assertThat(winner).isIn("employee", "employee2");
      assertThat(answers).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 409);
      for (Answer answer : answers) {
        if (answer.status() == 200) {
          assertThat(answer.at("/assignee")).isEqualTo(winner);
        } else {
          assertThat(answer.at("/type")).endsWith("task-already-claimed");
          assertThat(answer.at("/assignee")).isEqualTo(winner);
        }
      }
    }
  }

  @Test
  void aTaskOfItsOwnHasAFormThatTheServerChecks() {
    Map<String, Object> form =
        Map.of(
            "type",
            "default",
            "components",
            List.of(
                Map.of(
                    "type",
                    "number",
                    "key",
                    "amount",
                    "label",
                    "Amount",
                    "validate",
                    Map.of("required", true, "max", 100))));
    String task =
        desk.task(
            Map.of(
                "name",
                "Check",
                "assignee",
                "employee",
                "form",
                form,
                "variables",
                Map.of("amount", 7)));
    JsonNode details = desk.employee.get("/tasks/" + task).expect(200).json();
    assertThat(details.at("/form/schema/components/0/key").asText()).isEqualTo("amount");
    assertThat(details.at("/variables/amount").asInt()).isEqualTo(7);

    Answer refused =
        desk.employee
            .put("/tasks/" + task + "/respond", Map.of("variables", Map.of("amount", 101)))
            .expectProblem(422, "invalid-response");
    assertThat(refused.at("/errors/0/pointer")).isEqualTo("/variables/amount");
    assertThat(desk.employee.get("/tasks/" + task).at("/status")).isEqualTo("OPEN");

    desk.employee
        .put("/tasks/" + task + "/draft", Map.of("variables", Map.of("amount", 1000)))
        .expect(200);
    assertThat(desk.employee.get("/tasks/" + task).json().at("/draft/variables/amount").asInt())
        .isEqualTo(1000);
    desk.employee
        .put("/tasks/" + task + "/respond", Map.of("variables", Map.of("amount", 99)))
        .expect(200);
    assertThat(desk.employee.get("/tasks/" + task).json().at("/variables/amount").asInt())
        .isEqualTo(99);
  }

  @Test
  void pagesNeitherRepeatNorSkip() {
    String name = Names.unique("paged");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      Map<String, Object> task = new HashMap<>();
      task.put("name", name + " " + (i % 3));
      task.put("priority", i % 4);
      task.put("candidateGroups", List.of("staff"));
      task.put("candidateUsers", List.of("employee"));
      if (i % 2 == 0) {
        task.put("dueAt", "2031-01-0" + (1 + i % 5) + "T00:00:00Z");
      }
      made.add(desk.task(task));
    }
    for (String view : List.of("view=group&", "", "view=all&")) {
      for (String sort :
          List.of(
              "due", "-due", "priority", "priority:asc", "created", "-created", "name", "-name")) {
        var caller = view.contains("all") ? desk.manager : desk.employee;
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
          Answer page =
              caller
                  .get("/tasks?" + view + "count=true&limit=5&q=" + name + "&sort=" + sort + cursor)
                  .expect(200);
          assertThat(page.json().at("/total").asInt()).as(view + sort).isEqualTo(13);
          seen.addAll(found(page));
          JsonNode next = page.json().at("/nextCursor");
          cursor = next.isNull() ? null : "&cursor=" + next.asText();
          pages++;
        } while (cursor != null);
        assertThat(seen).as(view + sort).containsExactlyInAnyOrderElementsOf(made);
        assertThat(pages).isEqualTo(3);
      }
    }
  }

  @Test
  void theMostUrgentComesFirst() {
    String name = Names.unique("urgent");
    String low =
        desk.task(Map.of("name", name, "priority", 1, "candidateGroups", List.of("staff")));
    String high =
        desk.task(Map.of("name", name, "priority", 90, "candidateGroups", List.of("staff")));
    assertThat(found(desk.employee.get("/tasks?view=group&sort=priority&q=" + name)))
        .containsExactly(high, low);
    assertThat(found(desk.employee.get("/tasks?view=group&sort=-priority&q=" + name)))
        .containsExactly(high, low);
    assertThat(found(desk.employee.get("/tasks?view=group&sort=priority:asc&q=" + name)))
        .containsExactly(low, high);
  }

  private static List<String> found(Answer page) {
    List<String> ids = new ArrayList<>();
    page.expect(200).json().path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }
}
