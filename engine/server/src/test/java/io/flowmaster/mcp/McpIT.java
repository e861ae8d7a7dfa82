package io.flowmaster.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@PlatformTest
class McpIT {
  private static final String PRICING = "start_pricing-approval";
  private final Api api;
  private final Caller admin;
  private final ObjectMapper json;

  McpIT(Api api, ObjectMapper json) {
    this.api = api;
    this.admin = api.admin();
    this.json = json;
  }

  @Test
  void withoutAGoodTokenItSaysWhereToGetOne() {
    Caller anonymous = api.anonymous().with("Accept", "application/json, text/event-stream");
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    Answer refused = anonymous.post("/mcp", ping).expectProblem(401, "unauthorized");
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer resource_metadata=\"http://localhost:9000/.well-known/oauth-protected-resource/mcp\"");
    Answer metadata = anonymous.get("/.well-known/oauth-protected-resource/mcp").expect(200);
    assertThat(metadata.at("/resource")).isEqualTo("http://localhost:9000/mcp");
    assertThat(metadata.at("/authorization_servers/0")).isEqualTo("http://localhost:9000");
    assertThat(api.withToken("nonsense").post("/mcp", ping).expect(401).header("WWW-Authenticate"))
        .contains("invalid_token")
        .contains("resource_metadata");
    assertThat(admin.post("/tasks", "{").header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void strangersPagesAndBadMessagesAreRefused() {
    Caller client = admin.with("Accept", "application/json, text/event-stream");
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    client
        .with("Origin", "http://evil.example")
        .post("/mcp", ping)
        .expectProblem(403, "mcp-origin-refused");
    client.with("Origin", "http://localhost:5173").post("/mcp", ping).expect(200);
    client.post("/mcp", "[]").expectProblem(400, "mcp-bad-message");
    client.post("/mcp", "{").expectProblem(400, "mcp-bad-message");
    client
        .post("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}")
        .expectProblem(400, "mcp-bad-message");
    client
        .with("MCP-Protocol-Version", "1999-01-01")
        .post("/mcp", ping)
        .expectProblem(400, "mcp-bad-message");
    client
        .with("Mcp-Session-Id", "made-up")
        .post("/mcp", ping)
        .expectProblem(404, "mcp-session-not-found");
    client
        .post(
            "/mcp",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":{\"a\":\""
                + "x".repeat(1_100_000)
                + "\"}}")
        .expectProblem(413, "mcp-message-too-large");
    client.delete("/mcp").expectProblem(405, "method-not-allowed");
    admin.post("/mcp", ping).expectProblem(400, "mcp-bad-message");
    assertThat(
            client
                .post("/mcp", ping.replace("ping", "nothing"))
                .expect(200)
                .json()
                .at("/error/code")
                .asInt())
        .isEqualTo(-32601);
  }

  @Test
  void eachSeesTheToolsOfItsOwnTenantWithWhatTheyTake() throws Exception {
    List<JsonNode> tools = employee().begin(false).all("tools");
    assertThat(names(tools)).contains("find_processes", "my_tasks", "complete_task", PRICING);
    JsonNode pricing = tool(tools, PRICING);
    JsonNode variables = pricing.at("/inputSchema/properties/variables");
    assertThat(variables.at("/properties/quantity/type").asText()).isEqualTo("integer");
    assertThat(variables.path("required").toString()).contains("customer");
    assertThat(pricing.at("/inputSchema/properties/approval/type").asText()).isEqualTo("string");
    assertThat(pricing.at("/annotations/readOnlyHint").asBoolean()).isFalse();
    assertThat(names(client("other", "other-emp", Roles.EMPLOYEE).all("tools")))
        .contains("find_processes")
        .doesNotContain(PRICING);
  }

  @Test
  void whatChangesSomethingNeedsTheApprovalOfItsDryRun() throws Exception {
    McpTestClient client = employee().begin(false);
    String key = process();
    String name = "start_" + key;
    Map<String, Object> arguments = Map.of("businessKey", key, "variables", Map.of("a", 1));
    JsonNode tried = client.call(name, arguments);
    assertThat(tried.path("isError").asBoolean()).isTrue();
    assertThat(executions(key)).isEmpty();
    String approval = tried.at("/structuredContent/approval").asText();
    JsonNode done = client.call(name, and(arguments, "approval", approval));
    assertThat(done.path("isError").asBoolean()).as(done.toString()).isFalse();
    JsonNode again = client.call(name, and(arguments, "approval", approval));
    assertThat(again.at("/structuredContent/id")).isEqualTo(done.at("/structuredContent/id"));
    assertThat(executions(key)).hasSize(1);
    assertThat(executions(key).get(0).path("startedBy").asText()).isEqualTo("employee");
    Map<String, Object> others = Map.of("businessKey", key, "approval", approval);
    assertThat(client.call(name, others).at("/structuredContent/type").asText())
        .endsWith("mcp-approval-refused");
    assertThat(
            employee("max")
                .call(name, and(arguments, "approval", approval))
                .path("isError")
                .asBoolean())
        .isTrue();
    assertThat(executions(key)).hasSize(1);
  }

  @Test
  void aVersionCanBePinned() throws Exception {
    Answer made = admin.post("/processes", Map.of("name", Names.unique("Pinned"))).expect(201);
    String path = "/processes/" + made.at("/id");
    admin.post(path + "/publish", Map.of()).expect(201);
    Answer read = admin.get(path).expect(200);
    String xml = read.at("/bpmnXml").replaceFirst("(<bpmn:startEvent [^>]*name=\")", "$1Really ");
    admin.with("If-Match", read.header("ETag")).put(path, Map.of("bpmnXml", xml)).expect(200);
    admin.post(path + "/publish", Map.of()).expect(201);
    McpTestClient client = employee();
    String name = "start_" + made.at("/key");
    Map<String, Object> old = Map.of("version", 1, "dryRun", true);
    assertThat(client.call(name, old).at("/structuredContent/dryRun/wouldStart/version").asInt())
        .isEqualTo(1);
    assertThat(
            client
                .call(name, Map.of("dryRun", true))
                .at("/structuredContent/dryRun/wouldStart/version")
                .asInt())
        .isEqualTo(2);
    assertThat(client.call(name, Map.of("version", 9, "dryRun", true)).path("isError").asBoolean())
        .isTrue();
  }

  @Test
  void whoCanBeAskedIsAskedAndHasTheLastWord() throws Exception {
    McpTestClient client = employee().begin(true);
    String key = process();
    List<JsonNode> asked = new ArrayList<>();
    JsonNode refused =
        client.ask(
            "tools/call",
            Map.of("name", "start_" + key, "arguments", Map.of("businessKey", key)),
            question -> reply(client, question, Map.of("action", "decline"), asked));
    assertThat(refused.at("/structuredContent/type").asText()).endsWith("mcp-not-approved");
    assertThat(asked.get(0).path("method").asText()).isEqualTo("elicitation/create");
    assertThat(executions(key)).isEmpty();
    Map<String, Object> yes = Map.of("action", "accept", "content", Map.of("approve", true));
    JsonNode done =
        client.ask(
            "tools/call",
            Map.of("name", "start_" + key, "arguments", Map.of("businessKey", key)),
            question -> reply(client, question, yes, asked));
    assertThat(done.path("isError").asBoolean()).as(done.toString()).isFalse();
    assertThat(executions(key)).hasSize(1);
  }

  @Test
  void aTaskIsReadTriedAndCompleted() throws Exception {
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
                    "sum",
                    "decimalDigits",
                    0,
                    "validate",
                    Map.of("required", true, "max", 10))));
    String task =
        admin
            .post(
                "/tasks", Map.of("name", Names.unique("Sum"), "assignee", "employee", "form", form))
            .expect(201)
            .at("/id");
    McpTestClient client = employee();
    assertThat(client.call("my_tasks", Map.of("limit", 100)).toString()).contains(task);
    JsonNode read = client.call("read_task", Map.of("taskId", task));
    assertThat(read.at("/structuredContent/answerSchema/properties/sum/maximum").asInt())
        .isEqualTo(10);
    Map<String, Object> bad =
        Map.of("taskId", task, "variables", Map.of("sum", 11), "dryRun", true);
    assertThat(client.call("complete_task", bad).at("/structuredContent/errors/0/pointer").asText())
        .isEqualTo("/sum");
    Map<String, Object> good = Map.of("taskId", task, "variables", Map.of("sum", 7));
    String approval =
        client
            .call("complete_task", and(good, "dryRun", true))
            .at("/structuredContent/approval")
            .asText();
    JsonNode done = client.call("complete_task", and(good, "approval", approval));
    assertThat(done.path("isError").asBoolean()).as(done.toString()).isFalse();
    assertThat(admin.get("/tasks/" + task).at("/completedBy")).isEqualTo("employee");
    assertThat(
            employee("max")
                .call("read_task", Map.of("taskId", "none"))
                .at("/structuredContent/status")
                .asInt())
        .isEqualTo(404);
  }

  @Test
  void anExecutionIsExplainedWithProgress() throws Exception {
    String key = process();
    String id =
        api.as("employee")
            .post("/executions", Map.of("processKey", key, "businessKey", key))
            .expect(201)
            .at("/id");
    List<JsonNode> progress = new ArrayList<>();
    Map<String, Object> params =
        Map.of(
            "name", "explain_execution",
            "arguments", Map.of("executionId", id),
            "_meta", Map.of("progressToken", "p1"));
    JsonNode told = employee().ask("tools/call", params, progress::add);
    assertThat(told.at("/content/0/text").asText()).contains("case " + key).contains("COMPLETED");
    assertThat(progress).hasSize(4);
    assertThat(progress.get(3).at("/params/progressToken").asText()).isEqualTo("p1");
    JsonNode story =
        employee().ask("resources/read", Map.of("uri", "flowmaster://executions/" + id));
    assertThat(story.at("/contents/0/text").asText()).contains(key);
    JsonNode diagram =
        employee().ask("resources/read", Map.of("uri", "flowmaster://processes/" + key));
    assertThat(diagram.at("/contents/0/text").asText()).contains("definitions");
    JsonNode foreign =
        client("other", "o", Roles.EMPLOYEE)
            .ask("resources/read", Map.of("uri", "flowmaster://processes/" + key));
    assertThat(foreign.path("code").asInt()).isEqualTo(-32002);
    JsonNode counted = employee().call("process_metrics", Map.of("processKey", key));
    assertThat(counted.at("/structuredContent/byStatus/COMPLETED").asInt()).isEqualTo(1);
  }

  @Test
  void publishedRulesAreToolsThatDecide() throws Exception {
    Map<String, Object> table =
        Map.of(
            "inputs", List.of(Map.of("label", "Value", "expression", "value", "type", "number")),
            "outputs", List.of(Map.of("name", "level", "type", "string")),
            "rules",
                List.of(
                    Map.of("inputs", List.of("> 100"), "outputs", List.of("\"high\"")),
                    Map.of("inputs", List.of("<= 100"), "outputs", List.of("\"low\""))));
    String key = Names.unique("level");
    Answer made = admin.post("/rules", Map.of("name", key, "key", key, "table", table)).expect(201);
    admin.post("/rules/" + made.at("/id") + "/publish", Map.of()).expect(201);
    McpTestClient client = client("demo", "bot", Roles.AGENT);
    JsonNode tool = tool(client.all("tools"), "decide_" + key);
    assertThat(tool.at("/inputSchema/properties/variables/properties/value/type").asText())
        .isEqualTo("number");
    assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
    JsonNode decided = client.call("decide_" + key, Map.of("variables", Map.of("value", 200)));
    assertThat(decided.toString()).contains("high");
    assertThat(
            client
                .call("evaluate_decision", Map.of("key", key, "variables", Map.of("value", 1)))
                .toString())
        .contains("low");
  }

  @Test
  void aListenerHearsThatThereIsANewTool() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    employee().begin(false).listen(message -> heard.add(message.path("method").asText()));
    process();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(heard).contains("notifications/tools/list_changed"));
  }

  private McpTestClient employee() {
    return employee("employee");
  }

  private McpTestClient employee(String user) {
    return client("demo", user, Roles.EMPLOYEE);
  }

  private McpTestClient client(String tenant, String user, String role) {
    Map<String, Object> membership = Map.of("roles", List.of(role), "groups", List.of("staff"));
    return new McpTestClient(api.url(), api.token(user, Map.of(tenant, membership)), json);
  }

  private void reply(
      McpTestClient client, JsonNode question, Map<String, Object> answer, List<JsonNode> asked) {
    asked.add(question);
    try {
      Map<String, Object> response =
          Map.of("jsonrpc", "2.0", "id", question.path("id").asText(), "result", answer);
      assertThat(client.send(json.valueToTree(response)).statusCode()).isEqualTo(202);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String process() {
    Answer made = admin.post("/processes", Map.of("name", Names.unique("Tool"))).expect(201);
    admin.post("/processes/" + made.at("/id") + "/publish", Map.of()).expect(201);
    return made.at("/key");
  }

  private List<JsonNode> executions(String businessKey) {
    List<JsonNode> found = new ArrayList<>();
    admin
        .get("/executions?businessKey=" + businessKey)
        .expect(200)
        .json()
        .path("items")
        .forEach(found::add);
    return found;
  }

  private static Map<String, Object> and(Map<String, Object> arguments, String name, Object value) {
    Map<String, Object> more = new HashMap<>(arguments);
    more.put(name, value);
    return more;
  }

  private static List<String> names(List<JsonNode> tools) {
    return tools.stream().map(tool -> tool.path("name").asText()).toList();
  }

  private static JsonNode tool(List<JsonNode> tools, String name) {
    return tools.stream()
        .filter(tool -> name.equals(tool.path("name").asText()))
        .findFirst()
        .orElseThrow();
  }
}
