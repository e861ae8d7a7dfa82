package io.flowmaster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The path of the README: from a zip of models to a completed execution and its history. */
@PlatformTest
class QuickStartIT {
  private static final Path MODELS = Path.of("../../bpmn-samples/quickstart");
  private final Api api;

  QuickStartIT(Api api) {
    this.api = api;
  }

  @Test
  void aProcessIsPublishedStartedWorkedAndRemembered() throws IOException {
    Caller designer = api.as("designer", Roles.DESIGNER);
    Caller employee = api.as("employee");
    String process =
        designer
            .upload("/processes/import?onConflict=update", "expense.zip", models())
            .expect(201)
            .at("/id");
    assertThat(
            designer
                .post("/processes/" + process + "/validate")
                .expect(200)
                .json()
                .path("valid")
                .asBoolean())
        .isTrue();
    assertThat(
            designer
                .post("/processes/" + process + "/publish", Map.of())
                .expect(201)
                .json()
                .path("version")
                .asInt())
        .isEqualTo(1);

    Map<String, ?> start =
        Map.of(
            "processKey",
            "expense",
            "businessKey",
            "EXP-1",
            "variables",
            Map.of("amount", 1200.5, "for", "träin"));
    String execution = employee.post("/executions", start).expect(201).at("/id");

    String task =
        employee.get("/tasks?view=group&executionId=" + execution).expect(200).at("/items/0/id");
    assertThat(employee.get("/tasks/" + task).expect(200).json().at("/form/schema/components"))
        .isNotEmpty();
    employee.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    employee
        .put("/tasks/" + task + "/respond", Map.of("variables", Map.of("approved", false)))
        .expectProblem(422, "invalid-response");
    employee
        .put(
            "/tasks/" + task + "/respond",
            Map.of("variables", Map.of("approved", true), "comment", "Fine"))
        .expect(200);

    work(execution);

    Caller manager = api.as("manager", Roles.MANAGER);
    assertThat(manager.get("/executions/" + execution).expect(200).at("/status"))
        .isEqualTo("COMPLETED");
    JsonNode history =
        manager.get("/executions/" + execution + "/history?limit=200").expect(200).json();
    assertThat(history.path("items").findValuesAsText("actor")).contains("employee", "quick-start");
    assertThat(history.path("items").findValuesAsText("activityName"))
        .contains(
            "Expense submitted", "Check limit", "Approve expense", "Pay expense", "Expense paid");
  }

  private void work(String execution) {
    Caller worker = api.in("demo", "demo-worker", List.of(), Roles.WORKER);
    Map<String, ?> topic =
        Map.of("topicName", "expense-pay", "lockDuration", 30_000, "processInstanceId", execution);
    String job =
        worker
            .post(
                "/engine-rest/external-task/fetchAndLock",
                Map.of("workerId", "quick-start", "maxTasks", 1, "topics", List.of(topic)))
            .expect(200)
            .at("/0/id");
    worker
        .post("/engine-rest/external-task/" + job + "/complete", Map.of("workerId", "quick-start"))
        .expect(204);
  }

  private static byte[] models() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("expense.bpmn", "expense-limit.dmn", "expense-approval.form")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Files.readAllBytes(MODELS.resolve(name)));
      }
    }
    return bytes.toByteArray();
  }
}
