package io.flowmaster.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class GatewayIT {
  private final Caller developer;
  private final Caller employee;
  private final Caller otherAdmin;
  private final Caller noRole;
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;
  private String address;

  GatewayIT(Api api) {
    developer = api.as("developer", Roles.DEVELOPER);
    employee = api.as("eve", Roles.EMPLOYEE);
    otherAdmin = api.otherAdmin();
    noRole =
        api.withToken(
            api.token(
                "nobody",
                Map.of(
                    "demo", Map.of("roles", java.util.List.of(), "groups", java.util.List.of()))));
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/base", this::answer);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Says what it was asked, with two headers that must not come through. */
  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    var headers = exchange.getRequestHeaders();
    String text =
        String.join(
            "|",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            "user=" + headers.getFirst("X-User-Id"),
            "tenant=" + headers.getFirst("X-Tenant-Id"),
            "roles=" + headers.getFirst("X-User-Roles"),
            "token=" + headers.getFirst("Authorization"),
            "cookie=" + headers.getFirst("Cookie"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().add("Set-Cookie", "a=b");
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    int status = exchange.getRequestURI().getPath().endsWith("/fault") ? 500 : 200;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String registered() {
    String name = Names.unique("service");
    developer.post("/registry/services", Map.of("name", name, "url", address)).expect(201);
    return name;
  }

  @Test
  void aRegisteredServiceLearnsWhoCallsButNotTheToken() {
    String name = registered();
    Answer answer =
        employee
            .with("X-User-Id", "admin")
            .with("X-User-Roles", "admin")
            .with("Cookie", "session=1")
            .post("/services/" + name + "/scores/a%20b?q=1%2B1", Map.of("x", 1))
            .expect(200);
    assertThat(answer.text())
        .isEqualTo(
            "POST|/base/scores/a%20b?q=1%2B1|user=eve|tenant=demo|roles=employee|token=null|cookie=null|{\"x\":1}");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox");
    assertThat(employee.get("/services/" + name).expect(200).text()).startsWith("GET|/base|");
  }

  @Test
  void itIsThereForItsTenantAlone() {
    String name = registered();
    otherAdmin.get("/services/" + name).expectProblem(404, "service-not-found");
    noRole.get("/services/" + name).expectProblem(403, "forbidden");
    employee.get("/services/nobodys/x").expectProblem(404, "service-not-found");
    assertThat(calls).hasValue(0);
  }

  @Test
  void aServiceThatKeepsFailingIsLeftAlone() {
    String name = registered();
    for (int i = 0; i < 10; i++) {
      employee.get("/services/" + name + "/fault").expect(500);
    }
    employee.get("/services/" + name + "/fine").expectProblem(503, "service-down");
    assertThat(calls).hasValue(10);
  }

  @Test
  void anAddressInsideIsNotCalled() {
    String name = Names.unique("service");
    developer
        .post("/registry/services", Map.of("name", name, "url", "http://169.254.169.254"))
        .expect(201);
    employee.get("/services/" + name + "/latest/meta-data").expectProblem(422, "address-refused");
  }

  @Test
  void theRoutesNameThePlatformAndItsNeighbours() {
    String name = registered();
    Answer routes = developer.get("/gateway/routes").expect(200);
    assertThat(routes.text()).contains("\"/tasks\"", "\"/services/" + name + "\"", address);
    assertThat(otherAdmin.get("/gateway/routes").expect(200).text()).doesNotContain(name);
    employee.get("/gateway/routes").expect(403);
  }

  @Test
  void everyAnswerTellsTheLimit() {
    Answer answer = employee.get("/registry/health").expect(200);
    assertThat(answer.header("RateLimit-Limit")).isEqualTo("60000");
    assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(1, 59_999);
    assertThat(answer.header("RateLimit-Reset")).isNotNull();
  }
}
