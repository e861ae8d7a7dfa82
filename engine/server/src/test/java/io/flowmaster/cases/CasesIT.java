package io.flowmaster.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

@PlatformTest
class CasesIT {
  private static final String FORM =
      """
      {"type": "default", "schemaVersion": 18, "components": [
        {"type": "select", "key": "segment", "label": "Segment",
         "values": [{"value": "key", "label": "Key account"}, {"value": "small", "label": "Small"}]},
        {"type": "group", "path": "order", "components": [
          {"type": "number", "key": "total", "label": "Total", "readonly": true}]},
        {"type": "textfield", "key": "customer", "label": "Customer", "validate": {"required": true}}]}
      """;

  private final RepositoryService repository;
  private final Caller employee;
  private final Caller stranger;
  private final Caller manager;
  private final Caller other;

  CasesIT(Api api, RepositoryService repository) {
    this.repository = repository;
    this.employee = api.in("demo", "employee", List.of("staff"), "employee");
    this.stranger = api.in("demo", "employee2", List.of(), "employee");
    this.manager = api.in("demo", "manager", List.of("managers"), "manager");
    this.other = api.otherAdmin();
  }

  @Test
  void aCaseFileHoldsWhatTheTaskIsJudgedBy() {
    String process = process();
    finished(process, "Ada Lovelace", "key", 100, "approved");
    for (int i = 0; i < 3; i++) {
      finished(process, "ACME", "small", 200, "rejected");
    }
    String businessKey = Names.unique("ORD");
    String related = execution(process, businessKey, Map.of("segment", "small"));
    String execution = execution(process, businessKey, values("Bob", "key", 120));
    String task = task(execution);
    employee.post("/tasks/" + task + "/comments", Map.of("message", "He calls back.")).expect(201);
    employee
        .put("/tasks/" + task + "/draft", Map.of("variables", Map.of("customer", "Bobby")))
        .expect(200);
    JsonNode file = employee.get("/cases/" + task).expect(200).json();
    assertThat(file.at("/task/name").asText()).isEqualTo("Decide");
    assertThat(file.at("/execution/id").asText()).isEqualTo(execution);
    assertThat(file.path("fields").findValuesAsText("path"))
        .containsExactly("segment", "order.total", "customer");
    assertThat(file.at("/fields/1/editable").asBoolean()).isFalse();
    assertThat(file.at("/fields/0/options/0/label").asText()).isEqualTo("Key account");
    assertThat(file.at("/variables/order/total").asInt()).isEqualTo(120);
    assertThat(file.at("/draft/variables/customer").asText()).isEqualTo("Bobby");
    assertThat(file.at("/comments/0/text").asText()).isEqualTo("He calls back.");
    assertThat(file.path("events").findValuesAsText("type"))
        .contains("EXECUTION_STARTED", "VARIABLE_SET", "TASK_CREATED");
    assertThat(file.path("related").findValuesAsText("id")).containsExactly(related);
    assertThat(file.at("/related/0/values/segment").asText()).isEqualTo("small");
    assertThat(file.path("past")).hasSize(4);
    JsonNode last = file.at("/past/0");
    assertThat(last.path("outcome").asText()).isEqualTo("rejected");
    assertThat(last.path("end").asText()).isEqualTo("Decided");
    assertThat(last.at("/values/order.total").asInt()).isEqualTo(200);
  }

  @Test
  void finishedCasesTellOfNobody() {
    String process = process();
    finished(process, "Ada Lovelace", "key", 100, "approved");
    for (int i = 0; i < 3; i++) {
      finished(process, "ACME", "small", 200, "rejected");
    }
    String task = task(execution(process, Names.unique("ORD"), Map.of()));
    String own = employee.get("/cases/" + task).expect(200).json().path("past").toString();
    assertThat(own).contains("ACME").doesNotContain("Lovelace");
    assertThat(employee.get("/cases/" + task).json().at("/past/0/businessKey").isNull()).isTrue();
    JsonNode managers = manager.get("/cases/" + task).expect(200).json();
    assertThat(managers.at("/past/0/businessKey").asText()).startsWith("PAST");
    assertThat(managers.path("past").toString()).doesNotContain("Lovelace");
  }

  @Test
  void whoMayNotSeeTheTaskSeesNoCase() {
    String task = task(execution(process(), Names.unique("ORD"), Map.of()));
    stranger.get("/cases/" + task).expectProblem(404, "task-not-found");
    other.get("/cases/" + task).expectProblem(404, "task-not-found");
    employee.get("/cases/no-such-task").expectProblem(404, "task-not-found");
    String alone =
        manager
            .post("/tasks", Map.of("name", "Alone", "assignee", "employee"))
            .expect(201)
            .at("/id");
    JsonNode file = employee.get("/cases/" + alone).expect(200).json();
    assertThat(file.path("execution").isNull()).isTrue();
    assertThat(file.path("events")).isEmpty();
  }

  @Test
  void ofALongHistoryTheLatestEventsAreKeptInOrder() {
    String execution = execution(process(), Names.unique("ORD"), Map.of("n0", 0));
    for (int i = 1; i <= 26; i++) {
      Map<String, Object> values = new HashMap<>();
      for (int each = 0; each < 20; each++) {
        values.put("n" + each, i);
      }
      manager.put("/executions/" + execution + "/variables", values).expect(200);
    }
    JsonNode file = employee.get("/cases/" + task(execution)).expect(200).json();
    assertThat(file.path("eventsAreCut").asBoolean()).isTrue();
    assertThat(file.path("events")).hasSize(500);
    List<Integer> told = new ArrayList<>();
    file.path("events").forEach(event -> told.add(event.at("/detail/new").asInt(-1)));
    told.removeIf(value -> value < 0);
    assertThat(told).hasSizeGreaterThan(200).isSorted().endsWith(26);
  }

  private String process() {
    String key = Names.unique("case-process");
    repository
        .createDeployment()
        .tenantId("demo")
        .addModelInstance(
            "process.bpmn",
            Bpmn.createExecutableProcess(key)
                .name("Case process")
                .camundaHistoryTimeToLive(30)
                .startEvent()
                .userTask("decide")
                .name("Decide")
                .camundaCandidateGroups("staff")
                .camundaFormKey("camunda-forms:deployment:decide.form")
                .endEvent("decided")
                .name("Decided")
                .done())
        .addString("decide.form", FORM)
        .deploy();
    return key;
  }

  private static Map<String, Object> values(String customer, String segment, int total) {
    return Map.of("customer", customer, "segment", segment, "order", Map.of("total", total));
  }

  private String execution(String process, String businessKey, Map<String, Object> variables) {
    return manager
        .post(
            "/executions",
            Map.of("processKey", process, "businessKey", businessKey, "variables", variables))
        .expect(201)
        .at("/id");
  }

  private String task(String execution) {
    return manager
        .get("/tasks?view=all&executionId=" + execution)
        .expect(200)
        .json()
        .at("/items/0/id")
        .asText();
  }

  private void finished(
      String process, String customer, String segment, int total, String outcome) {
    String task = task(execution(process, Names.unique("PAST"), values(customer, segment, total)));
    employee
        .put(
            "/tasks/" + task + "/respond",
            Map.of(
                "outcome", outcome, "variables", Map.of("customer", customer, "segment", segment)))
        .expect(200);
  }
}
