package io.flowmaster.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineRestProcesses;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class ErasureIT {
  private final Api api;
  private final String id = Names.unique("berta");
  private final String name = "Berta Vergissmich " + id;

  ErasureIT(Api api) {
    this.api = api;
  }

  @Test
  void aPersonIsForgottenEverywhereAndTheChainStillVerifies() {
    Caller admin = api.admin();
    account();
    Caller person = api.as(id);
    String task = offered();
    person.put("/tasks/" + task + "/assign", Map.of("assignee", id)).expect(200);
    person
        .post("/tasks/" + task + "/comments", Map.of("message", "Checked by " + name))
        .expect(201);
    person.put("/tasks/" + task + "/respond", Map.of()).expect(200);
    admin.put("/policies/subjects/" + id, Map.of("region", "EMEA")).expect(200);

    Answer made =
        admin.post("/audit/erasures", Map.of("person", id, "reason", "Asked for it")).expect(201);
    String pseudonym = made.at("/pseudonym");
    assertThat(made.json().at("/areas/tasks/tasks_comment.author").asInt()).isEqualTo(1);
    assertThat(made.json().at("/areas/identity/accounts").asInt()).isEqualTo(1);
    assertThat(made.json().at("/areas/audit/entries").asInt()).isGreaterThan(4);
    assertThat(made.json().path("kept")).isNotEmpty();
    assertThat(made.text()).doesNotContain(id, name);
    assertThat(admin.get("/audit/erasures/" + made.at("/id")).expect(200).at("/pseudonym"))
        .isEqualTo(pseudonym);

    for (String path :
        List.of(
            "/audit/export?subject=task/" + task,
            "/audit/export?subject=user/*",
            "/audit?limit=200",
            "/tasks/" + task,
            "/tasks/" + task + "/audit",
            "/policies/subjects/" + id)) {
      assertThat(admin.get(path).expect(200).text()).as(path).doesNotContain(id);
    }
    assertThat(admin.get("/tasks/" + task).at("/completedBy")).isEqualTo(pseudonym);
    assertThat(admin.get("/audit?by=" + pseudonym).expect(200).json().path("items")).isNotEmpty();
    admin.get("/users/" + id).expect(404);
    admin.post("/users", user()).expectProblem(409, "id-taken");

    JsonNode report = admin.get("/audit/verify").expect(200).json();
    assertThat(report.path("intact").asBoolean()).as("%s", report).isTrue();
    assertThat(report.path("erased").asLong()).isPositive();
  }

  @Test
  void whatThePersonWroteAndOrderedGoesToo() {
    account();
    Caller person = api.as(id, "employee", "manager");
    Caller mia = api.as("mia", "manager");
    Map<String, Object> order = Map.of("name", Names.unique("Ordered"));
    String key = Names.unique("key");
    String ordered = person.with("Idempotency-Key", key).post("/tasks", order).at("/id");
    person.post("/tasks/" + ordered + "/comments", Map.of("message", "My own words")).expect(201);
    mia.post("/tasks/" + ordered + "/comments", Map.of("message", "So said " + name)).expect(201);
    person
        .post("/tasks/filters", Map.of("name", "Mine", "query", Map.of("view", "mine")))
        .expect(201);
    String job =
        person
            .post("/tasks/bulk", Map.of("action", "ASSIGN", "ids", List.of("x"), "assignee", id))
            .expect(202)
            .header("Location");
    String execution = deployed(person);
    mia.post(
            "/executions/" + execution + "/move",
            Map.of("from", List.of("t"), "to", List.of(), "reason", name + " wants it"))
        .expect(200);

    Answer made = api.admin().post("/audit/erasures", Map.of("person", id)).expect(201);
    JsonNode areas = made.json().path("areas");
    assertThat(areas.at("/tasks/texts of comments").asInt()).isEqualTo(1);
    assertThat(areas.at("/tasks/tasks_comment.message").asInt()).isEqualTo(1);
    assertThat(areas.at("/tasks/saved filters").asInt()).isEqualTo(1);
    assertThat(areas.at("/bulk/bulk_job.actor").asInt()).isEqualTo(1);
    assertThat(areas.at("/bulk/bulk_job.parameters").asInt()).isEqualTo(1);
    assertThat(areas.at("/executions/executions_change.detail").asInt()).isEqualTo(1);
    assertThat(areas.at("/platform/kept answers").asInt()).isEqualTo(1);
    assertThat(made.json().path("kept").toString()).contains(execution);

    String comments = mia.get("/tasks/" + ordered + "/comments").expect(200).text();
    assertThat(comments).contains("(erased)", "So said erased-").doesNotContain("My own", id);
    assertThat(api.admin().get("/audit/export?subject=task/" + ordered).expect(200).text())
        .contains("(erased)", "So said erased-")
        .doesNotContain("My own", id);
    assertThat(person.get("/tasks/filters").expect(200).json().findValuesAsText("owner"))
        .doesNotContain(id);
    assertThat(api.admin().get(job).expect(200).text()).doesNotContain(id);
    assertThat(mia.get("/executions/" + execution + "/history").expect(200).text())
        .contains("wants it")
        .doesNotContain(name);
    Answer again = person.with("Idempotency-Key", key).post("/tasks", order).expect(201);
    assertThat(again.at("/id")).isNotEqualTo(ordered);
  }

  @Test
  void namedVariablesOfEndedExecutionsGoAndRunningOnesAreNamed() {
    account();
    Caller mia = api.as("mia", "manager");
    String process = userTask();
    Map<String, Object> facts =
        Map.of("customer", id, "iban", "DE" + id, "amount", 12, "address", Map.of("of", id));
    String ended = started(mia, process, facts);
    String running = started(mia, process, facts);
    String others = started(mia, process, Map.of("customer", "somebody", "iban", "DE00"));
    for (String each : List.of(ended, others)) {
      mia.put("/executions/" + each + "/variables", Map.of("iban", "AT" + id)).expect(200);
      String task = mia.get("/tasks?view=all&executionId=" + each).at("/items/0/id");
      mia.put("/tasks/" + task + "/respond", Map.of()).expect(200);
    }

    Answer made =
        api.admin()
            .post(
                "/audit/erasures",
                Map.of("person", id, "variables", List.of("customer", "iban", "address")))
            .expect(201);
    assertThat(made.json().at("/areas/engine/variables of ended executions").asInt()).isEqualTo(3);
    assertThat(made.json().path("kept").toString()).contains(running).doesNotContain(ended);
    String left = mia.get("/executions/" + ended).expect(200).json().path("variables").toString();
    assertThat(left).contains("12").doesNotContain(id, "iban");
    assertThat(mia.get("/executions/" + ended + "/history").expect(200).text())
        .doesNotContain("DE" + id, "AT" + id);
    assertThat(mia.get("/executions/" + running).at("/variables/iban")).isEqualTo("DE" + id);
    assertThat(mia.get("/executions/" + others).at("/variables/iban")).isEqualTo("AT" + id);
  }

  @Test
  void twoPersonsOfOneEntryCanBothBeForgotten() {
    account();
    String other = Names.unique("carla");
    api.admin()
        .post("/users", Map.of("id", other, "name", other, "roles", List.of("employee")))
        .expect(201);
    String task = offered();
    api.as("mia", "manager").put("/tasks/" + task + "/assign", Map.of("assignee", id)).expect(200);
    api.as("mia", "manager")
        .put("/tasks/" + task + "/assign", Map.of("assignee", other))
        .expect(200);
    api.as(other).put("/tasks/" + task + "/respond", Map.of()).expect(200);
    api.admin().post("/audit/erasures", Map.of("person", id)).expect(201);
    api.admin().post("/audit/erasures", Map.of("person", other)).expect(201);
    assertThat(api.admin().get("/audit/export?subject=task/" + task).text())
        .doesNotContain(id)
        .doesNotContain(other);
    JsonNode report = api.admin().get("/audit/verify").expect(200).json();
    assertThat(report.path("intact").asBoolean()).as("%s", report).isTrue();
  }

  @Test
  void whoHasOpenTasksIsNotForgottenYet() {
    account();
    String task = offered();
    api.as(id).put("/tasks/" + task + "/assign", Map.of("assignee", id)).expect(200);
    Answer refused = api.admin().post("/audit/erasures", Map.of("person", id));
    refused.expectProblem(409, "person-still-needed");
    assertThat(refused.at("/detail")).contains("1 open tasks").contains("release");
    api.admin().get("/users/" + id).expect(200);
  }

  @Test
  void nobodyErasesThemselves() {
    api.admin()
        .post("/audit/erasures", Map.of("person", "admin"))
        .expectProblem(422, "invalid-person");
  }

  @Test
  void aReportOfAnotherTenantIsNotFound() {
    account();
    String made = api.admin().post("/audit/erasures", Map.of("person", id)).expect(201).at("/id");
    api.otherAdmin().get("/audit/erasures/" + made).expectProblem(404, "erasure-not-found");
    assertThat(api.otherAdmin().get("/audit/erasures").expect(200).text()).doesNotContain(made);
  }

  private void account() {
    api.admin().post("/users", user()).expect(201);
  }

  private Map<String, Object> user() {
    return Map.of("id", id, "name", name, "roles", List.of("employee"));
  }

  /** An execution at user task t, with the person's id as a variable. */
  private String deployed(Caller starter) {
    return started(starter, userTask(), Map.of("by", id));
  }

  private String userTask() {
    String process = Names.unique("erasure");
    EngineRestProcesses.deploy(
        api.admin(),
        process,
        "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\"/>");
    return process;
  }

  private static String started(Caller starter, String process, Map<String, Object> variables) {
    return starter
        .post("/executions", Map.of("processKey", process, "variables", variables))
        .expect(201)
        .at("/id");
  }

  private String offered() {
    return api.as("mia", "manager")
        .post("/tasks", Map.of("name", "Check", "candidateGroups", List.of("staff")))
        .expect(201)
        .at("/id");
  }
}
