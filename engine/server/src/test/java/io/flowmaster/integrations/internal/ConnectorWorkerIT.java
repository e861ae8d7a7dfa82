package io.flowmaster.integrations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.WorkerContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the worker makes of a task; how tasks reach a worker is the SDK's. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectorWorkerIT {
  private final ConnectorWorker worker;
  private final ObjectMapper json;
  private final Caller admin;
  private final Caller designer;
  private HttpServer server;
  private String address;

  ConnectorWorkerIT(ConnectorWorker worker, ObjectMapper json, Api api) {
    this.worker = worker;
    this.json = json;
    this.admin = api.admin();
    this.designer = api.as("designer", "designer");
  }

  @BeforeAll
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "http://localhost:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          byte[] body = ("{\"path\":\"" + path + "\"}").getBytes(StandardCharsets.UTF_8);
          int status = path.startsWith("/status/") ? Integer.parseInt(path.substring(8, 11)) : 200;
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
  }

  @Test
  void feelMapsWhatIsSentAndWhatComesBack() {
    Map<String, JsonNode> results =
        work(
            Map.of(
                "customer", Map.of("id", 7),
                "connector", "http",
                "connector.configuration.url", address,
                "connector.configuration.timeoutSeconds", "5",
                "connector.input.path", "= \"/customers/\" + string(customer.id)",
                "connector.input.query", "= {full: true}",
                "connector.resultVariable", "answer",
                "connector.result", "= {where: response.body.path, status: response.status}"));
    assertThat(results.get("where").asText()).isEqualTo("/customers/7?full=true");
    assertThat(results.get("status").asInt()).isEqualTo(200);
    assertThat(results.get("answer").at("/body/path").asText()).startsWith("/customers/7");
  }

  @Test
  void aProcessTellsAPersonOnceHoweverOftenTheTaskIsWorked() {
    String said = Names.unique("said");
    Map<String, Object> task =
        Map.of(
            "connector", "notification",
            "connector.input.channel", "inapp",
            "connector.input.to", "designer",
            "connector.input.subject", "= \"" + said + "\"",
            "connector.input.body", "Look at it",
            "connector.resultVariable", "message");
    String id = work(task).get("message").path("id").asText();
    assertThat(work(task).get("message").path("id").asText()).isEqualTo(id);
    JsonNode inbox = designer.get("/notifications/inbox").expect(200).json().path("items");
    assertThat(inbox.findValuesAsText("subject")).containsOnlyOnce(said);
    Map<String, Object> lost = new HashMap<>(task);
    lost.put("connector.input.channel", "pigeon");
    assertThatThrownBy(() -> work(lost)).isInstanceOf(FatalError.class);
  }

  @Test
  void anIntegrationIsNamedAndLimitedWithoutCostingRetries() {
    String name = Names.unique("crm");
    admin
        .post(
            "/integrations",
            Map.of(
                "name",
                name,
                "connector",
                "http",
                "configuration",
                Map.of("url", address),
                "callsPerMinute",
                1))
        .expect(201);
    Map<String, Object> task = Map.of("connector", "http", "connector.integration", name);
    work(task);
    assertThatThrownBy(() -> work(task))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> {
              assertThat(later.isCounted()).isFalse();
              assertThat(later.pause()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
            });
    assertThatThrownBy(() -> work(Map.of("connector", "slack", "connector.integration", name)))
        .isInstanceOf(FatalError.class);
    assertThatThrownBy(() -> work(Map.of("connector.integration", "nobodys")))
        .isInstanceOf(FatalError.class);
    assertThatThrownBy(() -> worker.work(nodes(task), context("other", 4)))
        .as("another tenant's")
        .isInstanceOf(FatalError.class);
  }

  @Test
  void aRefusalIsABpmnErrorWhereTheModelSaysSo() {
    String errors = "= if error.answer.status = 404 then \"NOT_FOUND\" else null";
    assertThatThrownBy(() -> work(failing("404", Map.of("connector.errors", errors))))
        .isInstanceOfSatisfying(
            BusinessError.class, error -> assertThat(error.code()).isEqualTo("NOT_FOUND"));
    assertThatThrownBy(() -> work(failing("400", Map.of("connector.errors", errors))))
        .isInstanceOf(FatalError.class);
    assertThatThrownBy(() -> work(failing("400", Map.of("connector.errors", "= if ("))))
        .isInstanceOf(FatalError.class);
  }

  @Test
  void thePauseIsComputed() {
    Map<String, String> backoff =
        Map.of("connector.backoff", "= duration(\"PT\" + string(attempt * 10) + \"M\")");
    assertThatThrownBy(() -> worker.work(nodes(failing("503", backoff)), context("demo", 3)))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> {
              assertThat(later.pause()).isEqualTo(Duration.ofMinutes(20));
              assertThat(later.isCounted()).isTrue();
            });
    assertThatThrownBy(() -> work(failing("503", Map.of())))
        .isInstanceOfSatisfying(RetryLater.class, later -> assertThat(later.pause()).isNull());
    assertThatThrownBy(() -> work(failing("503", Map.of("connector.backoff", "= \"soon\""))))
        .isInstanceOf(FatalError.class);
  }

  @Test
  void aModelCannotSpendSecrets() {
    String secret = Names.unique("KEY");
    admin.put("/integrations/secrets/" + secret, Map.of("value", "hidden-value")).expect(200);
    assertThatThrownBy(
            () ->
                work(
                    Map.of(
                        "connector",
                        "http",
                        "connector.configuration.url",
                        address + "?k={{secrets." + secret + "}}")))
        .isInstanceOf(FatalError.class)
        .hasMessageContaining("integration");
    assertThatThrownBy(
            () ->
                work(
                    Map.of("connector", "http", "connector.configuration.url", "http://10.0.0.1/")))
        .isInstanceOf(FatalError.class);
  }

  private Map<String, Object> failing(String status, Map<String, String> more) {
    Map<String, Object> task = new HashMap<>(more);
    task.put("connector", "http");
    task.put("connector.configuration.url", address);
    task.put("connector.configuration.attempts", "1");
    task.put("connector.input.path", "/status/" + status);
    return task;
  }

  private Map<String, JsonNode> work(Map<String, ?> variables) {
    return worker.work(nodes(variables), context("demo", 4));
  }

  private Map<String, JsonNode> nodes(Map<String, ?> variables) {
    Map<String, JsonNode> nodes = new HashMap<>();
    variables.forEach((name, value) -> nodes.put(name, json.valueToTree(value)));
    return nodes;
  }

  private static WorkerContext context(String tenant, int retriesLeft) {
    return new WorkerContext(
        "task-1", "connector", "execution-1", "process", "call", null, tenant, retriesLeft);
  }
}
