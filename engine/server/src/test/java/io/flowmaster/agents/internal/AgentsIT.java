package io.flowmaster.agents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.testing.TestModel;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.WorkerContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an agent does, from the question to a person's decision and what it learns from that. */
@PlatformTest
class AgentsIT {
  private final AgentWorker worker;
  private final ObjectMapper json;
  private final Caller admin;
  private final Caller manager;
  private final Caller employee;
  private final Caller other;

  AgentsIT(AgentWorker worker, ObjectMapper json, Api api) {
    this.worker = worker;
    this.json = json;
    this.admin = api.admin();
    this.manager = api.as("manager", "manager");
    this.employee = api.as("employee", "employee");
    this.other = api.otherAdmin();
  }

  @Test
  void anAgentChangesByRevisionAndKeepsWhatItWas() {
    Answer made = agent(Map.of("tools", List.of("find_processes", "start_process", "gone")));
    String path = made.header("Location");
    String name = made.at("/name");
    other.get(path).expectProblem(404, "agent-not-found");
    admin.post("/agents", body(name, Map.of())).expectProblem(409, "agent-name-taken");
    admin
        .post("/agents", body(Names.unique("x"), Map.of("approvedTools", List.of("pay"))))
        .expectProblem(422, "invalid-approved-tools");
    Map<String, Object> changed = body(name, Map.of("role", "Senior clerk"));
    admin.put(path, changed).expect(428);
    Answer now = admin.with("If-Match", made.header("ETag")).put(path, changed).expect(200);
    assertThat(now.json().path("version").asInt()).isEqualTo(2);
    admin.with("If-Match", made.header("ETag")).put(path, changed).expect(412);
    assertThat(admin.get(path + "/versions/1").expect(200).at("/role")).isEqualTo("Clerk");
    JsonNode tools = admin.get(path + "/versions/1").json().path("tools");
    assertThat(tools).hasSize(3);
    Answer skilled = agent(Map.of("tools", List.of("find_processes", "start_process", "gone")));
    JsonNode skills = admin.get(skilled.header("Location") + "/skills").expect(200).json();
    assertThat(skills.at("/tools/0/available").asBoolean()).isTrue();
    assertThat(skills.at("/tools/0/needsApproval").asBoolean()).isFalse();
    assertThat(skills.at("/tools/1/needsApproval").asBoolean()).isTrue();
    assertThat(skills.at("/tools/2/available").asBoolean()).isFalse();
    manager.put(path + "/stop", Map.of("reason", "Books wrongly")).expect(200);
    employee.post(path + "/invoke", Map.of("input", "x")).expectProblem(409, "agent-switched-off");
    assertThat(manager.put(path + "/start").expect(200).at("/status")).isEqualTo("RUNNING");
    assertThat(admin.get("/agents/element-templates").expect(200).text()).contains(name);
  }

  @Test
  void theSameKeyIsTheSameWork() {
    String ask = Names.unique("invoice");
    TestModel.when(ask).says(envelope("4711", 0.9));
    String path = agent(Map.of()).header("Location");
    Caller keyed = employee.with("Idempotency-Key", Names.unique("key"));
    Answer first = keyed.post(path + "/invoke", Map.of("input", ask)).expect(200);
    assertThat(first.at("/output")).isEqualTo("4711");
    assertThat(first.json().path("confidence").asDouble()).isEqualTo(0.9);
    assertThat(first.json().path("escalated").asBoolean()).isFalse();
    assertThat(first.at("/usage/model")).isEqualTo("scripted");
    Answer again = keyed.post(path + "/invoke", Map.of("input", ask)).expect(200);
    assertThat(again.at("/run")).isEqualTo(first.at("/run"));
    assertThat(TestModel.requests(ask)).hasSize(1);
    keyed
        .post(path + "/invoke", Map.of("input", "another"))
        .expectProblem(422, "idempotency-key-reused");
    JsonNode run = manager.get(path + "/runs/" + first.at("/run")).expect(200).json();
    assertThat(run.path("onBehalfOf").asText()).isEqualTo("employee");
    assertThat(run.path("steps")).hasSize(1);
    employee.get(path + "/runs").expect(403);
    admin
        .post(path + "/invoke", Map.of("input", "x", "outputSchema", Map.of("$ref", "http://x/")))
        .expectProblem(422, "invalid-output-schema");
    admin.post(path + "/invoke", Map.of()).expectProblem(422, "invalid-agent-input");
  }

  @Test
  void whatWasSaidOfATaskIsRememberedForWhoHeardIt() {
    String ask = Names.unique("memory");
    String task = Names.unique("task");
    TestModel.when(ask).says(envelope("It is 4711", 0.9));
    String path = agent(Map.of()).header("Location");
    Map<String, String> question = Map.of("input", ask, "taskId", task);
    employee.post(path + "/invoke", question).expect(200);
    employee.post(path + "/invoke", Map.of("input", "again " + ask, "taskId", task)).expect(200);
    manager.post(path + "/invoke", Map.of("input", "mine " + ask, "taskId", task)).expect(200);
    List<JsonNode> requests = TestModel.requests(ask);
    assertThat(requests.get(1).path("messages").toString()).contains("It is 4711");
    assertThat(requests.get(2).path("messages").toString()).doesNotContain("It is 4711");
  }

  @Test
  void anAnswerIsHeardAsItComes() {
    String ask = Names.unique("stream");
    TestModel.when(ask).says(envelope("Book it to 4711", 0.9));
    String path = agent(Map.of()).header("Location");
    String heard =
        employee
            .with("Accept", "text/event-stream")
            .post(path + "/stream", Map.of("input", ask))
            .expect(200)
            .text();
    assertThat(heard).contains("event: token\ndata: {\"text\":\"Book ");
    assertThat(heard).contains("event: usage\n").contains("event: done\n");
    employee
        .post("/agents/none/stream", Map.of("input", ask))
        .expectProblem(404, "agent-not-found");
  }

  @Test
  void unsureWorkIsParkedAndGoesOnWithGuidance() {
    String ask = Names.unique("unsure");
    TestModel.when(ask)
        .says(envelope("perhaps 4711", 0.3))
        .says("{\"output\":\"4712\",\"confidence\":0.95,\"citations\":[]}");
    Answer made = agent(Map.of());
    Map<String, Object> task = new HashMap<>();
    task.put("agent", made.at("/name"));
    task.put("agent.input", "= \"" + ask + "\" + invoice.id");
    task.put("agent.resultVariable", "centre");
    task.put("agent.result", "= {sure: answer.confidence}");
    task.put("invoice", Map.of("id", "7"));
    String id = Names.unique("external");
    assertThatThrownBy(() -> work(id, task)).isInstanceOf(RetryLater.class);
    assertThatThrownBy(() -> work(id, task)).isInstanceOf(RetryLater.class);
    JsonNode open = open(made.at("/id"));
    assertThat(open.path("reason").asText()).isEqualTo("LOW_CONFIDENCE");
    assertThat(open.path("assignee").asText()).isEqualTo("manager");
    assertThat(manager.get("/notifications/inbox").expect(200).text())
        .contains("agent.escalated", made.at("/name") + " needs you");
    assertThat(open.path("proposal").asText()).isEqualTo("perhaps 4711");
    String path = "/agents/escalations/" + open.path("id").asText();
    employee.get(path).expectProblem(404, "agent-escalation-not-found");
    other.get(path).expectProblem(404, "agent-escalation-not-found");
    employee
        .put(path + "/guide", Map.of("guidance", "x"))
        .expectProblem(404, "agent-escalation-not-found");
    assertThat(manager.get(path + "/trace").expect(200).json().path("steps")).hasSize(1);
    manager.put(path + "/guide", Map.of("guidance", "Take the new centre")).expect(200);
    manager
        .put(path + "/guide", Map.of("guidance", "Again"))
        .expectProblem(409, "agent-escalation-closed");
    Map<String, JsonNode> results = work(id, task);
    assertThat(results.get("centre").asText()).isEqualTo("4712");
    assertThat(results.get("sure").asDouble()).isEqualTo(0.95);
    assertThat(TestModel.requests(ask).get(1).toString()).contains("Take the new centre");
    assertThat(work(id, task).get("centre").asText()).isEqualTo("4712");
    assertThat(TestModel.requests(ask)).hasSize(2);
  }

  @Test
  void aPersonsAnswerIsLearnedAfterAReview() {
    String ask = Names.unique("learn");
    TestModel.when(ask).says(envelope("4711", 0.2));
    Answer made = agent(Map.of());
    String path = made.header("Location");
    String id = Names.unique("external");
    Map<String, Object> task =
        Map.of("agent", made.at("/id"), "agent.input", ask, "agent.resultVariable", "centre");
    assertThatThrownBy(() -> work(id, task)).isInstanceOf(RetryLater.class);
    String escalation = "/agents/escalations/" + open(made.at("/id")).path("id").asText();
    manager
        .put(escalation + "/override", Map.of("output", "4799", "comment", "New centre"))
        .expect(200);
    assertThat(work(id, task).get("centre").asText()).isEqualTo("4799");
    JsonNode proposed =
        manager.get(path + "/examples?status=PROPOSED").expect(200).json().at("/items/0");
    assertThat(proposed.path("correction").asText()).isEqualTo("4799");
    String example = path + "/examples/" + proposed.path("id").asText();
    assertThat(manager.put(example + "/accept").expect(200).at("/status")).isEqualTo("IN_USE");
    manager.put(example + "/accept").expectProblem(409, "agent-example-reviewed");
    employee.post(path + "/invoke", Map.of("input", "more " + ask)).expect(200);
    List<JsonNode> requests = TestModel.requests(ask);
    assertThat(requests.get(requests.size() - 1).toString()).contains("4799");
    assertThat(manager.get(path + "/cases").expect(200).json().path("items")).hasSize(1);
    JsonNode figures = manager.get(path + "/performance").expect(200).json().at("/versions/0");
    assertThat(figures.path("overridden").asInt()).isEqualTo(1);
    assertThat(figures.path("agreementRate").asDouble()).isZero();
  }

  @Test
  void aCorrectionThatLosesACaseIsNotUsed() {
    String ask = Names.unique("case");
    TestModel.when(ask).says(envelope("right", 1));
    TestModel.when("spoilt " + ask).says(envelope("wrong", 1));
    String path = agent(Map.of()).header("Location");
    manager.post(path + "/cases", Map.of("input", ask, "expected", "Right")).expect(201);
    String example =
        employee
            .post(
                path + "/learn",
                Map.of(
                    "input", "spoilt " + ask,
                    "output", "a",
                    "feedback", "wrong",
                    "correction", "b"))
            .expect(201)
            .header("Location");
    assertThat(manager.put(example + "/accept").expect(200).at("/status")).isEqualTo("EVALUATING");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(manager.get(example).text()).contains("\"status\":\"UNFIT\""));
    JsonNode evaluation = manager.get(example).json().path("evaluation");
    assertThat(evaluation.path("passedBefore").asInt()).isEqualTo(1);
    assertThat(evaluation.path("passed").asInt()).isZero();
  }

  @Test
  void rejectedWorkIsABpmnErrorAndAnotherPersonCanDecide() {
    String ask = Names.unique("reject");
    TestModel.when(ask).says(envelope("4711", 0.2));
    Answer made = agent(Map.of());
    String id = Names.unique("external");
    Map<String, Object> task = Map.of("agent", made.at("/id"), "agent.input", ask);
    assertThatThrownBy(() -> work(id, task)).isInstanceOf(RetryLater.class);
    String path = "/agents/escalations/" + open(made.at("/id")).path("id").asText();
    manager.put(path + "/reassign", Map.of("to", "employee")).expect(200);
    assertThat(employee.get("/agents/escalations?mine=true").json().toString())
        .contains(made.at("/id"));
    employee.put(path + "/reject", Map.of("reason", "Not ours")).expect(200);
    assertThatThrownBy(() -> work(id, task))
        .isInstanceOfSatisfying(
            BusinessError.class,
            error -> {
              assertThat(error.code()).isEqualTo("AGENT_REJECTED");
              assertThat(error).hasMessage("Not ours");
            });
  }

  @Test
  void aToolThatChangesSomethingIsApprovedBySomebodyElse() {
    String ask = Names.unique("start");
    String process =
        admin.post("/processes", Map.of("name", Names.unique("Started"))).expect(201).at("/id");
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    String key = admin.get("/processes/" + process).at("/key");
    TestModel.when(ask)
        .asks("start_process", "{\"processKey\":\"" + key + "\",\"businessKey\":\"" + ask + "\"}")
        .says("{\"output\":\"started\",\"confidence\":1,\"citations\":[\"T2\"]}");
    Answer made = agent(Map.of("tools", List.of("start_process")));
    Answer held =
        manager.post(made.header("Location") + "/invoke", Map.of("input", ask)).expect(200);
    assertThat(held.at("/escalation/reason")).isEqualTo("TOOL_APPROVAL");
    String path = "/agents/escalations/" + held.at("/escalation/id");
    assertThat(manager.get(path).at("/toolCall/tool")).isEqualTo("start_process");
    Map<String, Object> approval = Map.of("guidance", "Do it", "approve", true);
    manager.put(path + "/guide", approval).expectProblem(403, "four-eyes-required");
    assertThat(executions(ask)).isEmpty();
    admin.put(path + "/guide", approval).expect(200);
    String run = made.header("Location") + "/runs/" + held.at("/run");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> admin.get(run).at("/status").equals("DONE"));
    assertThat(admin.get(run).text()).contains("\"state\":\"DONE\"");
    assertThat(executions(ask)).as(admin.get(run).text()).hasSize(1);
    assertThat(executions(ask).at("/0/startedBy").asText()).isEqualTo("agent:" + made.at("/id"));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        admin
                            .get("/audit?by=agent:" + made.at("/id"))
                            .expect(200)
                            .json()
                            .at("/items")
                            .findValuesAsText("onBehalfOf"))
                    .contains("manager"));
  }

  private JsonNode executions(String businessKey) {
    return admin.get("/executions?businessKey=" + businessKey).expect(200).json().path("items");
  }

  private JsonNode open(String agent) {
    return manager
        .get("/agents/escalations?status=OPEN&agent=" + agent)
        .expect(200)
        .json()
        .at("/items/0");
  }

  private Answer agent(Map<String, Object> more) {
    return admin.post("/agents", body(Names.unique("Clerk"), more)).expect(201);
  }

  private static Map<String, Object> body(String name, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("role", "Clerk");
    body.put("instructions", "Propose a cost centre.");
    body.put("manager", "manager");
    body.putAll(more);
    return body;
  }

  private static String envelope(String output, double confidence) {
    return "{\"output\":\"" + output + "\",\"confidence\":" + confidence + ",\"citations\":[]}";
  }

  private Map<String, JsonNode> work(String task, Map<String, ?> variables) {
    Map<String, JsonNode> nodes = new HashMap<>();
    variables.forEach((name, value) -> nodes.put(name, json.valueToTree(value)));
    return worker.work(
        nodes,
        new WorkerContext(task, "ai-agent", "execution-1", "process", "call", null, "demo", 3));
  }
}
