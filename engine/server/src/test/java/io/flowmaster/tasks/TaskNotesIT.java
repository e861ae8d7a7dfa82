package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;

@PlatformTest
class TaskNotesIT {
  private final Desk desk;

  TaskNotesIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
  }

  @Test
  void commentsAreReadInTheirOrder() {
    String path = path() + "/comments";
    desk.employee.post(path, Map.of("message", "first")).expect(201);
    desk.manager.post(path, Map.of("message", "second")).expect(201);
    Answer page = desk.employee.get(path + "?limit=1&count=true").expect(200);
    assertThat(page.at("/items/0/message")).isEqualTo("first");
    assertThat(page.at("/total")).isEqualTo("2");
    assertThat(
            desk.employee
                .get(path + "?limit=1&cursor=" + page.at("/nextCursor"))
                .at("/items/0/author"))
        .isEqualTo("manager");
    desk.employee.post(path, Map.of("message", " ")).expectProblem(422, "invalid-input");
    for (String notTaken : List.of("text/html", "nonsense", "application/json;q=2")) {
      desk.employee.with("Accept", notTaken).post(path, Map.of("message", "third")).expect(406);
    }
    assertThat(desk.employee.get(path + "?count=true").at("/total")).isEqualTo("2");
    desk.otherAdmin.get(path).expectProblem(404, "task-not-found");
  }

  @Test
  void aFileComesBackAsItWentInAndOnlyAsADownload() {
    String path = path() + "/attachments";
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    Answer made = desk.employee.upload(path, "../we ird;\u00e4.html", content).expect(201);
    assertThat(made.at("/filename")).isEqualTo("we ird;\u00e4.html");
    assertThat(made.at("/size")).isEqualTo("3000000");
    String file = path + "/" + made.at("/id");
    assertThat(made.header("Location")).isEqualTo(file);
    Answer read = desk.manager.get(file).expect(200);
    assertThat(read.body()).isEqualTo(content);
    assertThat(read.header("Content-Disposition")).startsWith("attachment;");
    assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(desk.employee.get(path).at("/items/0/sha256")).hasSize(64);

    desk.employee2.delete(file).expectProblem(404, "task-not-found");
    desk.otherAdmin.get(file).expectProblem(404, "task-not-found");
    desk.employee.delete(file).expect(204);
    desk.employee.get(file).expectProblem(404, "attachment-not-found");
  }

  @Test
  void aFileHasAtMostTenMegabytes() {
    String path = path() + "/attachments";
    assertThat(desk.employee.upload(path, "big.bin", new byte[11 * 1024 * 1024]).status())
        .isEqualTo(413);
    assertThat(desk.employee.get(path).json().at("/items")).isEmpty();
    assertThat(desk.employee.post(path, Map.of()).status()).isEqualTo(415);
  }

  @Test
  void anEndedTaskTakesCommentsButNoFiles() {
    String path = path();
    desk.employee.put(path + "/respond").expect(200);
    desk.employee.post(path + "/comments", Map.of("message", "late")).expect(201);
    desk.employee
        .upload(path + "/attachments", "late.txt", new byte[1])
        .expectProblem(409, "task-already-done");
  }

  private String path() {
    return "/tasks/"
        + desk.task(
            Map.of("name", "With notes", "assignee", "employee", "candidateGroups", List.of()));
  }
}
