package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class MentionsIT {
  private final Desk desk;
  private final Caller designer;

  MentionsIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
    designer = api.in("demo", "designer", List.of(), "designer", "employee");
  }

  @Test
  void whoIsCalledByACommentFindsIt() {
    String task = desk.staffTask();
    String comment =
        comment(
            desk.employee, task, "@employee2 and @manager, please look. cc @nobody-here @employee");
    Answer mentions = desk.employee2.get("/tasks/mentions?limit=1").expect(200);
    assertThat(mentions.at("/items/0/comment/id")).isEqualTo(comment);
    assertThat(mentions.at("/items/0/comment/author")).isEqualTo("employee");
    assertThat(mentions.at("/items/0/comment/message")).startsWith("@employee2 and");
    assertThat(mentions.at("/items/0/task/id")).isEqualTo(task);
    assertThat(calls(desk.manager)).contains(comment);
    assertThat(calls(desk.employee)).doesNotContain(comment);
    assertThat(calls(desk.otherAdmin)).doesNotContain(comment);
  }

  @Test
  void aTaskThatMayNotBeSeenStaysUnseen() {
    String task = desk.staffTask();
    String comment = comment(desk.employee, task, "What do you think, @designer?");
    assertThat(calls(designer)).doesNotContain(comment);
    desk.tasks.addCandidateUser(task, "designer");
    assertThat(calls(designer)).contains(comment);
  }

  @Test
  void theNewestComeFirstPageByPage() {
    String task = desk.staffTask();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, comment(desk.employee, task, "@employee2 " + i));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (seen.size() < 5) {
      Answer page = desk.employee2.get("/tasks/mentions?limit=2" + cursor).expect(200);
      page.json().path("items").forEach(item -> seen.add(item.at("/comment/id").asText()));
      cursor = "&cursor=" + page.at("/nextCursor");
    }
    assertThat(seen.subList(0, 5)).isEqualTo(made);
  }

  @Test
  void anAnswersRemarkCallsToo() {
    String task = desk.staffTask();
    desk.employee
        .put("/tasks/" + task + "/respond", Map.of("comment", "Done, @employee2"))
        .expect(200);
    Answer mentions = desk.employee2.get("/tasks/mentions?limit=1").expect(200);
    assertThat(mentions.at("/items/0/task/id")).isEqualTo(task);
    assertThat(mentions.at("/items/0/task/status")).isEqualTo("COMPLETED");
  }

  private static String comment(Caller caller, String task, String message) {
    return caller
        .post("/tasks/" + task + "/comments", Map.of("message", message))
        .expect(201)
        .at("/id");
  }

  private static List<String> calls(Caller caller) {
    List<String> ids = new ArrayList<>();
    caller
        .get("/tasks/mentions")
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.at("/comment/id").asText()));
    return ids;
  }
}
