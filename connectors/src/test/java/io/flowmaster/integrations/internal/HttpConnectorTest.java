package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.JSON;
import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.platform.AddressRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpConnectorTest {
  private final Outbound outbound = new Outbound();
  private final HttpConnector http =
      new HttpConnector(
          outbound.http(), new HttpCredentials(outbound.http(), JSON, Clock.systemUTC()), JSON);
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger flaky = new AtomicInteger();
  private HttpServer server;
  private String base;

  @BeforeAll
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://localhost:" + server.getAddress().getPort();
    server.createContext("/echo", this::echo);
    server.createContext(
        "/token", e -> send(e, 200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\"}"));
    server.createContext(
        "/protected",
        e ->
            send(
                e,
                "Bearer t2".equals(e.getRequestHeaders().getFirst("Authorization")) ? 200 : 401,
                "{}"));
    server.createContext(
        "/flaky", e -> send(e, flaky.incrementAndGet() % 3 == 0 ? 200 : 503, "{}"));
    server.createContext(
        "/chat",
        e -> {
          posted.add(new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          send(e, 200, "ok");
        });
    server.createContext("/broken", e -> send(e, 500, "{\"error\":\"boom\"}"));
    server.createContext("/large", e -> send(e, 200, "x".repeat(5_000)));
    server.createContext(
        "/redirect",
        e -> {
          e.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
          send(e, 302, "");
        });
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop(0);
    outbound.close();
  }

  @Test
  void aCallHasPathQueryHeadersAndBody() {
    JsonNode answer =
        http.execute(
            call(
                Map.of("url", base + "/echo?v=1", "headers", Map.of("X-Fixed", "f")),
                Map.of(
                    "method",
                    "POST",
                    "path",
                    "/cust omers/1",
                    "query",
                    Map.of("q", "a b&c", "n", List.of(1, 2)),
                    "headers",
                    Map.of("X-Call", "c"),
                    "body",
                    Map.of("name", "Ada"))));
    assertThat(answer.path("status").asInt()).isEqualTo(200);
    JsonNode told = answer.path("body");
    assertThat(told.path("method").asText()).isEqualTo("POST");
    assertThat(told.path("uri").asText())
        .startsWith("/echo/cust%20omers/1?v=1&")
        .contains("q=a+b%26c", "n=1&n=2");
    assertThat(told.path("headers").toString()).contains("X-fixed", "X-call", "application/json");
    assertThat(told.path("body").asText()).isEqualTo("{\"name\":\"Ada\"}");
  }

  @Test
  void eachWayToShowWhoOneIsWorks() {
    assertThat(authorization(Map.of("authentication", "basic", "username", "a", "password", "b")))
        .contains("Basic YTpi");
    assertThat(authorization(Map.of("authentication", "bearer", "token", "tok")))
        .contains("Bearer tok");
    assertThat(authorization(Map.of("authentication", "apiKey", "apiKey", "k1")))
        .contains("X-api-key", "k1");
    assertThat(
            authorization(
                Map.of(
                    "authentication",
                    "apiKey",
                    "apiKey",
                    "k2",
                    "apiKeyIn",
                    "query",
                    "apiKeyName",
                    "key")))
        .contains("key=k2");
  }

  @Test
  void aTokenThatEndedIsReplacedOnce() {
    tokens.set(0);
    Map<String, Object> configuration =
        Map.of(
            "url",
            base + "/protected",
            "authentication",
            "oauth2",
            "tokenUrl",
            base + "/token",
            "clientId",
            "c",
            "clientSecret",
            "s");
    assertThat(http.execute(call(configuration, Map.of())).path("status").asInt()).isEqualTo(200);
    assertThat(http.execute(call(configuration, Map.of())).path("status").asInt()).isEqualTo(200);
    assertThat(tokens).hasValue(2);
  }

  @Test
  void onlyWhatMayBeRepeatedIsRepeated() {
    flaky.set(0);
    assertThat(http.execute(call(Map.of("url", base + "/flaky"), Map.of())).path("status").asInt())
        .isEqualTo(200);
    assertThat(flaky).hasValue(3);
    assertProblem(Map.of("url", base + "/flaky"), Map.of("method", "POST"), "http-503", true);
    assertThat(flaky).hasValue(4);
    assertProblem(Map.of("url", base + "/broken"), Map.of("method", "POST"), "http-500", false);
    flaky.set(0);
    http.execute(
        call(Map.of("url", base + "/flaky"), Map.of("method", "POST", "idempotencyKey", "k")));
    assertThat(flaky).hasValue(3);
  }

  @Test
  void aRefusalTellsWhatCameBack() {
    assertThatThrownBy(
            () -> http.execute(call(Map.of("url", base + "/broken", "attempts", 1), Map.of())))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> assertThat(problem.answer().at("/body/error").asText()).isEqualTo("boom"));
    assertProblem(
        Map.of("url", base + "/large", "mostBytes", 1_000, "attempts", 1),
        Map.of(),
        "http-no-answer",
        true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/x", "/../admin", "/a/%2e%2e/admin", "/a/..%2fadmin"})
  void aPathStaysBelowTheBaseAddress(String path) {
    assertProblem(Map.of("url", base + "/echo"), Map.of("path", path), "invalid-path", false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://10.1.2.3/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0x0a000001/",
        "http://2130706433.nip.invalid@10.0.0.1/"
      })
  void privateAddressesAreRefused(String url) {
    assertThatThrownBy(() -> http.execute(call(Map.of("url", url, "attempts", 1), Map.of())))
        .isInstanceOf(io.flowmaster.platform.Problem.class)
        .hasMessageNotContaining("answered");
  }

  @Test
  void aRedirectToAPrivateAddressIsRefused() {
    assertThatThrownBy(
            () ->
                http.execute(
                    call(Map.of("url", base + "/redirect", "followRedirects", true), Map.of())))
        .isInstanceOf(AddressRefused.class);
  }

  @Test
  void aHeaderCannotBringAnother() {
    assertProblem(
        Map.of("url", base + "/echo"),
        Map.of("headers", Map.of("X-A", "1\r\nX-B: 2")),
        "invalid-header",
        false);
  }

  @Test
  void aChatMessageIsPostedToItsWebhook() {
    ChatConnector chat = new ChatConnector(outbound.http(), outbound.hosts());
    posted.clear();
    chat.execute(
        call(
            Map.of("webhookUrl", base + "/chat/T0/secret", "channel", "#all", "username", "bot"),
            Map.of("text", "Order 7 is \"late\"", "channel", "#late")));
    assertThat(posted)
        .containsExactly(
            "{\"text\":\"Order 7 is \\\"late\\\"\",\"channel\":\"#late\",\"username\":\"bot\"}");
    assertThatThrownBy(
            () -> chat.execute(call(Map.of("webhookUrl", base + "/broken"), Map.of("text", "x"))))
        .isInstanceOfSatisfying(
            ConnectorProblem.class, problem -> assertThat(problem.mayPass()).isFalse());
  }

  private String authorization(Map<String, Object> more) {
    Map<String, Object> configuration = new HashMap<>(more);
    configuration.put("url", base + "/echo");
    return http.execute(call(configuration, Map.of())).path("body").toString();
  }

  private void assertProblem(
      Map<String, ?> configuration, Map<String, ?> input, String code, boolean mayPass) {
    assertThatThrownBy(() -> http.execute(call(configuration, input)))
        .isInstanceOfSatisfying(
            ConnectorProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.mayPass()).isEqualTo(mayPass);
            });
  }

  private void echo(HttpExchange exchange) throws IOException {
    Map<String, Object> told = new HashMap<>();
    told.put("method", exchange.getRequestMethod());
    told.put("uri", exchange.getRequestURI().toString());
    Map<String, Object> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    told.put("headers", headers);
    told.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    send(exchange, 200, JSON.writeValueAsString(told));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
