package io.flowmaster.dxg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class DxgIT {
  private static final String FORM =
      """
      {"type": "default", "schemaVersion": 18, "components": [
        {"type": "number", "key": "amount", "label": "Amount", "readonly": true},
        {"type": "select", "key": "segment", "label": "Segment",
         "values": [{"value": "key", "label": "Key account"}, {"value": "small", "label": "Small"}]},
        {"type": "textfield", "key": "note", "label": "Note"}]}
      """;

  private final RepositoryService repository;
  private final JdbcClient jdbc;
  private final Caller employee;
  private final Caller stranger;
  private final Caller manager;
  private final Caller admin;

  DxgIT(Api api, RepositoryService repository, JdbcClient jdbc) {
    this.repository = repository;
    this.jdbc = jdbc;
    this.employee = api.in("demo", "employee", List.of("staff"), "employee");
    this.stranger = api.in("demo", "employee2", List.of(), "employee");
    this.manager = api.in("demo", "manager", List.of("managers"), "manager");
    this.admin = api.admin();
  }

  @Test
  void whoOpensATaskIsBriefedWithSources() {
    String process = process();
    for (int i = 0; i < 5; i++) {
      answer(process, 100, "small", "approved");
    }
    String task = task(process, 100);
    employee.post("/tasks/" + task + "/comments", Map.of("message", "He calls back.")).expect(201);
    JsonNode briefing = employee.post("/api/v1/briefing/" + task).expect(200).json();
    assertThat(briefing.path("summary").asText())
        .contains("waits for the task Decide")
        .contains("He calls back.")
        .contains("5 of 5 similar cases were answered with approved.");
    assertThat(briefing.path("generatedBy").asText()).isEqualTo("rules");
    briefing
        .path("statements")
        .forEach(statement -> assertThat(statement.path("sources")).isNotEmpty());
    assertThat(briefing.path("similarCases")).hasSize(5);
    JsonNode german =
        employee.with("Accept-Language", "de").post("/api/v1/analyze/" + task).expect(200).json();
    assertThat(german.path("caseSummary").asText()).contains("wartet auf die Aufgabe Decide");
    assertThat(german.path("keyMetrics").findValuesAsText("key")).contains("caseAge", "amount");
    stranger.post("/api/v1/briefing/" + task).expectProblem(404, "task-not-found");
    stranger.post("/api/v1/smart-form/" + task).expectProblem(404, "task-not-found");
  }

  @Test
  void aBriefingCanBeStreamed() {
    String task = task(process(), 1);
    String events =
        employee
            .with("Accept", "text/event-stream")
            .post("/api/v1/briefing/" + task)
            .expect(200)
            .text();
    assertThat(events).startsWith("event: briefing\ndata: {").contains("event: done\ndata: {");
    employee
        .with("Accept", "text/event-stream")
        .post("/api/v1/briefing/no-such-task")
        .expectProblem(404, "task-not-found");
  }

  @Test
  void questionsAreAnsweredFromTheCaseOrNotAtAll() {
    String task = task(process(), 12_500);
    JsonNode answer = ask(task, "What is the amount?");
    assertThat(answer.path("answer").asText()).contains("Amount is 12,500");
    assertThat(answer.at("/sources/0/kind").asText()).isEqualTo("VARIABLE");
    JsonNode nothing = ask(task, "What is the capital of France?");
    assertThat(nothing.path("answer").isNull()).isTrue();
    assertThat(nothing.path("confidence").asDouble()).isZero();
    employee
        .post("/api/v1/query/" + task, Map.of("question", " "))
        .expectProblem(422, "invalid-input");
  }

  @Test
  void aFieldThatPeopleKeepCorrectingIsNotFilledInAnyMore() {
    String process = process();
    for (int i = 0; i < 6; i++) {
      answer(process, 100, "small", "approved");
    }
    JsonNode first = fill(task(process, 100));
    assertThat(first.at("/values/segment").asText()).isEqualTo("small");
    assertThat(first.at("/provenance/segment/origin").asText()).isEqualTo("SIMILAR_CASES");
    assertThat(first.at("/provenance/amount/origin").asText()).isEqualTo("VARIABLE");
    String corrected = task(process, 100);
    fill(corrected);
    respond(corrected, "key", "approved");
    assertThat(
            jdbc.sql("select accepted from dxg_suggestion where task_id = :task")
                .param("task", corrected)
                .query(Boolean.class)
                .list())
        .containsExactly(false);
    for (int i = 0; i < 5; i++) {
      jdbc.sql(
              """
              insert into dxg_suggestion (id, tenant, task_id, process_key, activity_id, field, digest, confidence, origin,
                shown, suggested_at, accepted, settled_at)
              select concat(left(id, 30), :n), tenant, concat(left(task_id, 30), :n), process_key, activity_id, field, digest,
                confidence, origin, shown, suggested_at, accepted, settled_at
              from dxg_suggestion where task_id = :task
              """)
          .param("n", String.valueOf(i))
          .param("task", corrected)
          .update();
    }
    JsonNode given = fill(task(process, 100));
    assertThat(given.at("/paused/0").asText()).isEqualTo("segment");
    assertThat(given.at("/values/segment").isMissingNode()).isTrue();
  }

  @Test
  void whatAPersonTypedStays() {
    String process = process();
    for (int i = 0; i < 6; i++) {
      answer(process, 100, "small", "approved");
    }
    String task = task(process, 100);
    employee
        .put("/tasks/" + task + "/draft", Map.of("variables", Map.of("segment", "key")))
        .expect(200);
    JsonNode form = fill(task);
    assertThat(form.at("/values/segment").asText()).isEqualTo("key");
    assertThat(form.at("/provenance/segment/origin").asText()).isEqualTo("TYPED");
    assertThat(form.path("suggested")).isEmpty();
  }

  @Test
  void theTenantsOwnRulesFlagRisks() {
    Map<String, Object> table =
        Map.of(
            "hitPolicy", "COLLECT",
            "inputs", List.of(Map.of("expression", "amount", "type", "number")),
            "outputs", List.of(Map.of("name", "severity"), Map.of("name", "text")),
            "rules",
                List.of(
                    Map.of(
                        "inputs",
                        List.of("> 50000"),
                        "outputs",
                        List.of("\"HIGH\"", "\"Needs two signatures\""))));
    String id =
        admin
            .post("/rules", Map.of("name", "Case risks", "key", "case-risks", "table", table))
            .expect(201)
            .at("/id");
    admin.post("/rules/" + id + "/publish", Map.of()).expect(201);
    try {
      JsonNode flags =
          employee.post("/api/v1/analyze/" + task(process(), 60_000)).json().path("riskFlags");
      assertThat(flags.at("/0/text").asText()).isEqualTo("Needs two signatures");
      assertThat(flags.at("/0/sources/0/ref").asText()).isEqualTo("case-risks");
      assertThat(employee.post("/api/v1/analyze/" + task(process(), 10)).json().path("riskFlags"))
          .isEmpty();
    } finally {
      admin.with("If-Match", "*").delete("/rules/" + id);
    }
  }

  private JsonNode ask(String task, String question) {
    return employee.post("/api/v1/query/" + task, Map.of("question", question)).expect(200).json();
  }

  private JsonNode fill(String task) {
    return employee.post("/api/v1/smart-form/" + task).expect(200).json();
  }

  private String process() {
    String key = Names.unique("dxg-process");
    repository
        .createDeployment()
        .tenantId("demo")
        .addModelInstance(
            "process.bpmn",
            Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(30)
                .startEvent()
                .userTask("decide")
                .name("Decide")
                .camundaCandidateGroups("staff")
                .camundaFormKey("camunda-forms:deployment:decide.form")
                .endEvent()
                .done())
        .addString("decide.form", FORM)
        .deploy();
    return key;
  }

  private String task(String process, int amount) {
    String execution =
        manager
            .post(
                "/executions",
                Map.of(
                    "processKey", process,
                    "businessKey", Names.unique("CASE"),
                    "variables", Map.of("amount", amount)))
            .expect(201)
            .at("/id");
    return manager
        .get("/tasks?view=all&executionId=" + execution)
        .expect(200)
        .json()
        .at("/items/0/id")
        .asText();
  }

  private void answer(String process, int amount, String segment, String outcome) {
    respond(task(process, amount), segment, outcome);
  }

  private void respond(String task, String segment, String outcome) {
    employee
        .put(
            "/tasks/" + task + "/respond",
            Map.of("outcome", outcome, "variables", Map.of("segment", segment)))
        .expect(200);
  }
}
