package io.flowmaster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

@PlatformTest
class TaskWorkIT {
  private final Desk desk;
  private final Api api;

  TaskWorkIT(Api api, RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    desk = new Desk(api, repository, runtime, tasks);
    this.api = api;
  }

  @Test
  void whatIsNotMineIsNotFound() {
    String task = desk.task(Map.of("name", "Secret", "assignee", "employee"));
    desk.employee2.get("/tasks/" + task).expectProblem(404, "task-not-found");
    desk.otherAdmin.get("/tasks/" + task).expectProblem(404, "task-not-found");
    desk.otherAdmin
        .put("/tasks/" + task + "/assign", Map.of("assignee", "other-admin"))
        .expectProblem(404, "task-not-found");
    desk.otherAdmin.put("/tasks/" + task + "/respond").expectProblem(404, "task-not-found");
    desk.employee.get("/tasks/no-such-task").expectProblem(404, "task-not-found");
    desk.employee.get("/tasks?view=all").expectProblem(403, "task-not-yours");
    desk.employee.get("/tasks/" + task).expect(200);
    desk.manager.get("/tasks/" + task).expect(200);
  }

  @Test
  void onlyManagersAssignToOthers() {
    String task = desk.staffTask();
    desk.employee
        .put("/tasks/" + task + "/assign", Map.of("assignee", "employee2"))
        .expectProblem(403, "task-not-yours");
    Answer assigned =
        desk.manager.put("/tasks/" + task + "/assign", Map.of("assignee", "employee2")).expect(200);
    assertThat(assigned.at("/assignee")).isEqualTo("employee2");
    desk.employee.put("/tasks/" + task + "/respond").expectProblem(409, "task-already-claimed");
    desk.employee
        .put("/tasks/" + task + "/assign", "{\"assignee\":null}")
        .expectProblem(403, "task-not-yours");
    desk.employee2.put("/tasks/" + task + "/assign", "{\"assignee\":null}").expect(200);
    Answer unknown =
        desk.manager
            .put("/tasks/" + task + "/assign", Map.of("assignee", "nobody"))
            .expectProblem(422, "unknown-assignee");
    assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/assignee");
  }

  @Test
  void aManagerTakesATaskOverOnlyKnowingly() {
    String task = desk.task(Map.of("name", "Taken", "assignee", "employee"));
    desk.manager
        .put("/tasks/" + task + "/assign", Map.of("assignee", "manager"))
        .expectProblem(409, "task-already-claimed");
    String etag = desk.manager.get("/tasks/" + task).header("ETag");
    desk.manager
        .with("If-Match", "\"999\"")
        .put("/tasks/" + task + "/assign", Map.of("assignee", "manager"))
        .expectProblem(412, "stale-version");
    desk.manager
        .with("If-Match", etag)
        .put("/tasks/" + task + "/assign", Map.of("assignee", "manager"))
        .expect(200);
  }

  @Test
  void whoeverIsNamedMustExist() {
    Answer refused =
        desk.make(
                Map.of(
                    "name",
                    "Task",
                    "assignee",
                    "nobody",
                    "candidateGroups",
                    List.of("staff", "no-group"),
                    "candidateUsers",
                    List.of("nobody-either")))
            .expectProblem(422, "unknown-assignee");
    assertThat(refused.json().at("/errors").findValuesAsText("pointer"))
        .containsExactly("/assignee", "/candidateGroups/1", "/candidateUsers/0");
  }

  @Test
  void aDelegateWorksAndTheOwnerAnswers() {
    String task = desk.task(Map.of("name", "Delegated", "assignee", "employee"));
    Answer delegated =
        desk.employee.put("/tasks/" + task + "/delegate", Map.of("to", "employee2")).expect(200);
    assertThat(delegated.at("/assignee")).isEqualTo("employee2");
    assertThat(delegated.at("/owner")).isEqualTo("employee");
    assertThat(delegated.json().at("/delegated").asBoolean()).isTrue();
    desk.employee2.put("/tasks/" + task + "/respond").expectProblem(409, "task-in-delegation");
    desk.employee2
        .put("/tasks/" + task + "/resolve", Map.of("variables", Map.of("found", "yes")))
        .expect(200);
    JsonNode back = desk.employee.get("/tasks/" + task).expect(200).json();
    assertThat(back.at("/assignee").asText()).isEqualTo("employee");
    assertThat(back.at("/variables/found").asText()).isEqualTo("yes");
    desk.employee.put("/tasks/" + task + "/respond").expect(200);
  }

  @Test
  void anEscalatedTaskIsSeenByTheManagers() {
    String name = Names.unique("escalated");
    String task = desk.task(Map.of("name", name, "assignee", "employee"));
    Answer escalated =
        desk.employee
            .put("/tasks/" + task + "/escalate", Map.of("reason", "Too much for me"))
            .expect(200);
    assertThat(escalated.at("/escalation/reason")).isEqualTo("Too much for me");
    assertThat(escalated.at("/escalation/to")).isEqualTo("managers");
    assertThat(escalated.at("/assignee")).isEqualTo("employee");
    assertThat(desk.manager.get("/tasks?view=escalated&q=" + name).at("/items/0/id"))
        .isEqualTo(task);
    assertThat(desk.employee.get("/tasks?view=escalated&q=" + name).at("/items/0/id"))
        .isEqualTo(task);
    assertThat(desk.employee2.get("/tasks?view=escalated&q=" + name).json().at("/items")).isEmpty();
    desk.employee
        .put("/tasks/" + task + "/escalate", Map.of("reason", "Help", "to", "nobody"))
        .expectProblem(422, "unknown-assignee");
  }

  @Test
  void aPausedExecutionTakesNoAnswer() {
    String execution = desk.start(desk.staffProcess(), Map.of());
    String task = desk.taskOf(execution);
    desk.runtime.suspendProcessInstanceById(execution);
    desk.employee.put("/tasks/" + task + "/respond").expectProblem(409, "execution-paused");
    JsonNode details = desk.employee.get("/tasks/" + task).expect(200).json();
    assertThat(details.at("/process/paused").asBoolean()).isTrue();
    assertThat(details.at("/allowedActions").toString()).doesNotContain("RESPOND");
    desk.runtime.activateProcessInstanceById(execution);
    desk.employee.put("/tasks/" + task + "/respond").expect(200);
  }

  @Test
  void theTrailSaysWhoChangedWhatWithOldAndNewValues() {
    String task = desk.task(Map.of("name", "Trail", "candidateGroups", List.of("staff")));
    desk.employee.put("/tasks/" + task + "/assign", Map.of("assignee", "employee")).expect(200);
    desk.tasks.setPriority(task, 77);
    desk.manager
        .put("/tasks/" + task + "/due", Map.of("dueAt", "2031-05-06T07:08:09Z"))
        .expect(200);
    desk.employee
        .put("/tasks/" + task + "/respond", Map.of("variables", Map.of("n", 1), "comment", "done"))
        .expect(200);
    List<String> trail = new ArrayList<>();
    for (JsonNode e : desk.employee.get("/tasks/" + task + "/audit").json().path("items")) {
      trail.add(
          e.path("actor").asText()
              + " "
              + e.path("field").asText()
              + " "
              + e.path("oldValue").asText()
              + ">"
              + e.path("newValue").asText());
    }
    assertThat(trail)
        .containsExactly(
            "manager status null>OPEN",
            "manager candidateGroups >staff",
            "employee assignee null>employee",
            "system priority 50>77",
            "manager dueAt null>2031-05-06T07:08:09Z",
            "employee variables/n null>1",
            "employee status OPEN>COMPLETED");
    assertThat(desk.employee.get("/tasks/" + task + "/comments").at("/items/0/message"))
        .isEqualTo("done");
  }

  @Test
  void datesPriorityAndCandidatesChange() {
    String task = desk.task(Map.of("name", "Plain", "assignee", "employee"));
    desk.manager
        .put(
            "/tasks/" + task,
            Map.of(
                "name",
                "Better",
                "priority",
                90,
                "dueAt",
                "2020-01-01T00:00:00Z",
                "candidateGroups",
                List.of("managers")))
        .expect(200);
    JsonNode changed = desk.employee.get("/tasks/" + task).json();
    assertThat(changed.at("/name").asText()).isEqualTo("Better");
    assertThat(changed.at("/candidateGroups/0").asText()).isEqualTo("managers");
    assertThat(desk.employee.get("/tasks?view=overdue&q=Better").text()).contains(task);
    desk.manager.put("/tasks/" + task + "/due", "{\"dueAt\":null}").expect(200);
    assertThat(desk.employee.get("/tasks/" + task).json().at("/dueAt").isNull()).isTrue();
    assertThat(desk.employee.get("/tasks?view=overdue&q=Better").text()).doesNotContain(task);
    desk.employee
        .put("/tasks/" + task + "/follow-up", Map.of("followUpAt", "2031-01-01T00:00:00Z"))
        .expect(200);
    desk.employee
        .put("/tasks/" + task + "/priority", Map.of("priority", 1))
        .expectProblem(403, "task-not-yours");
    desk.manager
        .put("/tasks/" + task + "/priority", Map.of("priority", 101))
        .expectProblem(422, "invalid-input");
  }

  @Test
  void formsOfTheModelAreShownAndChecked() {
    String key = Names.unique("forms");
    desk.deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .userTask("generated")
            .camundaAssignee("employee")
            .camundaFormField()
            .camundaId("approved")
            .camundaLabel("Approved?")
            .camundaType("boolean")
            .camundaFormFieldDone()
            .userTask("deployed")
            .camundaAssignee("employee")
            .camundaFormKey("camunda-forms:deployment:check.form")
            .userTask("referenced")
            .camundaAssignee("employee")
            .camundaFormRef("check")
            .camundaFormRefBinding("deployment")
            .userTask("elsewhere")
            .camundaAssignee("employee")
            .camundaFormKey("app:forms/elsewhere.html")
            .userTask("missing")
            .camundaAssignee("employee")
            .camundaFormKey("camunda-forms:deployment:missing.form")
            .endEvent()
            .done(),
        Map.of(
            "check.form",
            """
            {"id": "check", "type": "default", "schemaVersion": 18, "executionPlatform": "Camunda Platform", "components": [
              {"type": "textfield", "key": "note", "label": "Note", "validate": {"required": true}},
              {"type": "radio", "key": "outcome", "label": "Outcome", "values": [{"label": "Yes", "value": "yes"}]}]}
            """));
    String execution = desk.start(key, Map.of());

    String generated = desk.taskOf(execution);
    assertThat(desk.employee.get("/tasks/" + generated).at("/form/schema/components/0/key"))
        .isEqualTo("approved");
    refused(generated, Map.of("variables", Map.of("approved", "perhaps")), "/variables/approved");
    respond(generated, Map.of("variables", Map.of("approved", true)));

    for (int i = 0; i < 2; i++) {
      String task = desk.taskOf(execution);
      assertThat(desk.employee.get("/tasks/" + task).at("/form/schema/components/0/key"))
          .isEqualTo("note");
      refused(task, Map.of("variables", Map.of("note", "")), "/variables/note");
      refused(task, Map.of("outcome", "no", "variables", Map.of("note", "n")), "/outcome");
      respond(task, Map.of("outcome", "yes", "variables", Map.of("note", "n" + i)));
    }
    assertThat(desk.runtime.getVariable(execution, "outcome")).isEqualTo("yes");

    String elsewhere = desk.taskOf(execution);
    assertThat(desk.employee.get("/tasks/" + elsewhere).at("/form/type")).isEqualTo("external");
    respond(elsewhere, Map.of("variables", Map.of("anything", 1)));

    String missing = desk.taskOf(execution);
    assertThat(desk.employee.get("/tasks/" + missing).expect(200).at("/form/problem"))
        .contains("missing.form");
  }

  @Test
  void theSameKeyMakesOneTask() {
    var caller = desk.manager.with("Idempotency-Key", Names.unique("key"));
    Map<String, Object> body = Map.of("name", "Once", "candidateGroups", List.of("staff"));
    String first = caller.post("/tasks", body).expect(201).at("/id");
    assertThat(caller.post("/tasks", body).expect(201).at("/id")).isEqualTo(first);
    caller.post("/tasks", Map.of("name", "Other")).expectProblem(422, "idempotency-key-reused");
    desk.employee.get("/tasks/" + first).expect(200);
  }

  @Test
  void badInputChangesNothingAndIsExplained() {
    desk.make(Map.of("name", "")).expectProblem(422, "invalid-input");
    desk.make(Map.of("name", "x".repeat(256))).expectProblem(422, "invalid-input");
    desk.make(Map.of("name", "T", "priority", 101)).expectProblem(422, "invalid-input");
    desk.make(Map.of("name", "T", "dueAt", "tomorrow")).expectProblem(400, "wrong-type");
    desk.make(Map.of("name", "T", "form", "none")).expectProblem(422, "invalid-form");
    desk.make(Map.of("name", "T", "dueAt", "+20000-01-01T00:00:00Z"))
        .expectProblem(422, "invalid-date");
    assertThat(desk.make(Map.of("name", "nul\0")).status()).isBetween(400, 499);
    assertThat(desk.make(Map.of("name", "T", "variables", Map.of("v", "\0"))).status())
        .isBetween(400, 499);
    String task = desk.task(Map.of("name", "T", "assignee", "employee"));
    assertThat(desk.employee.put("/tasks/" + task + "/respond", "[]").status()).isBetween(400, 499);
    assertThat(
            desk.employee
                .put("/tasks/" + task + "/respond", Map.of("variables", Map.of("", 1)))
                .status())
        .isBetween(400, 499);
    desk.employee.get("/tasks?view=nothing").expectProblem(422, "invalid-view");
    desk.employee.get("/tasks?sort=nothing").expectProblem(422, "invalid-sort");
    desk.employee.get("/tasks?dueBefore=soon").expectProblem(400, "wrong-type");
    desk.employee.get("/tasks?q=%00").expectProblem(422, "invalid-q");
    assertThat(desk.employee.get("/tasks/%00").status()).isBetween(400, 499);
    desk.employee.get("/tasks?q=%25_!").expect(200);
    desk.employee.get("/tasks?view=mine&sort=ended&status=CANCELLED").expect(200);
    desk.manager.put("/tasks/" + task + "/assign", "{}").expect(200);
  }

  @Test
  void aStepThatFailsAfterTheAnswerLeavesTheTaskOpen() {
    String key = Names.unique("failing");
    desk.deploy(
        Bpmn.createExecutableProcess(key)
            .startEvent()
            .userTask("work")
            .camundaAssignee("employee")
            .serviceTask("broken")
            .camundaExpression("${noSuchThing.size()}")
            .endEvent()
            .done());
    String task = desk.taskOf(desk.start(key, Map.of()));
    assertThat(desk.employee.put("/tasks/" + task + "/respond").status()).isBetween(400, 499);
    assertThat(desk.employee.get("/tasks/" + task).at("/status")).isEqualTo("OPEN");
  }

  private void refused(String task, Map<String, Object> answer, String pointer) {
    Answer refused =
        desk.employee
            .put("/tasks/" + task + "/respond", answer)
            .expectProblem(422, "invalid-response");
    assertThat(refused.json().at("/errors").findValuesAsText("pointer")).contains(pointer);
  }

  private void respond(String task, Map<String, Object> answer) {
    desk.employee.put("/tasks/" + task + "/respond", answer).expect(200);
  }
}
