package io.flowmaster.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrationsIT {
  private final Caller admin;
  private final Caller designer;
  private final Caller other;
  private final JdbcClient jdbc;
  private HttpServer server;
  private String address;

  IntegrationsIT(Api api, JdbcClient jdbc) {
    this.admin = api.admin();
    this.designer = api.as("designer", Roles.DESIGNER);
    this.other = api.otherAdmin();
    this.jdbc = jdbc;
  }

  @BeforeAll
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "http://localhost:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body =
              ("{\"said\":\"" + token + "\",\"path\":\"" + exchange.getRequestURI() + "\"}")
                  .getBytes(StandardCharsets.UTF_8);
          boolean isRefused = exchange.getRequestURI().getPath().startsWith("/refuse");
          exchange.sendResponseHeaders(isRefused ? 422 : 200, body.length);
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
  void theCatalogueIsSearchedByWordsVerbAndKind() {
    JsonNode all = designer.get("/integrations/connectors?limit=200&count=true").expect(200).json();
    assertThat(all.path("items").findValuesAsText("id"))
        .contains("http", "feel", "slack", "sftp-sink", "jslt-action")
        .isSorted();
    all.path("items")
        .forEach(
            connector -> {
              assertThat(connector.at("/configurationSchema/type").asText()).isEqualTo("object");
              assertThat(connector.at("/inputSchema/type").asText()).isEqualTo("object");
            });
    assertThat(ids("?q=transform%20json")).isNotEmpty().doesNotContain("http");
    assertThat(ids("?verb=CALL")).contains("http").doesNotContain("slack");
    assertThat(ids("?kind=KAMELET&q=sftp")).containsExactly("sftp-sink");
    JsonNode first = designer.get("/integrations/connectors?limit=2").json();
    assertThat(ids("?limit=200&cursor=" + first.path("nextCursor").asText()))
        .hasSize(all.path("total").asInt() - 2);
    designer.get("/integrations/connectors/exec-sink").expectProblem(404, "connector-not-found");
  }

  @Test
  void eachConnectorHasAnElementTemplate() {
    JsonNode all = designer.get("/integrations/connectors/element-templates").expect(200).json();
    assertThat(all.findValuesAsText("id")).contains("io.flowmaster.connector.http");
    JsonNode http = designer.get("/integrations/connectors/http/element-template").json();
    assertThat(http.path("appliesTo").toString()).contains("bpmn:ServiceTask");
    assertThat(http.at("/properties/0/binding/name").asText()).isEqualTo("camunda:type");
    assertThat(http.at("/properties/1/value").asText()).isEqualTo("connector");
    List<String> names = http.path("properties").findValuesAsText("name");
    assertThat(names)
        .contains("connector", "connector.integration", "connector.input.path", "connector.errors")
        .contains("connector.configuration.url")
        .doesNotContain("connector.configuration.password");
  }

  @Test
  void anIntegrationIsSetUpChangedCalledAndDeleted() {
    String secret = Names.unique("TOKEN");
    admin.put("/integrations/secrets/" + secret, Map.of("value", "s3cret-" + secret)).expect(200);
    Answer made =
        admin.post("/integrations", http(Names.unique("crm"), "{{secrets." + secret + "}}"));
    String path = made.expect(201).header("Location");
    assertThat(made.at("/configuration/token")).isEqualTo("{{secrets." + secret + "}}");

    Map<String, Object> call = Map.of("input", Map.of("path", "/customers/1"));
    Answer answer = admin.post(path + "/execute", call).expect(200);
    assertThat(answer.at("/output/body/path")).isEqualTo("/customers/1");
    assertThat(answer.at("/output/body/said")).as("redacted").isEqualTo("Bearer ***");
    Answer refused = admin.post(path + "/execute", Map.of("input", Map.of("path", "/refuse")));
    refused.expectProblem(422, "http-422");
    assertThat(refused.json().path("retryable").asBoolean()).isFalse();
    assertThat(refused.at("/answer/body/path")).isEqualTo("/refuse");
    assertThat(refused.text()).doesNotContain("s3cret-");
    assertThat(admin.post(path + "/test").expect(200).json().path("ok").asBoolean()).isTrue();
    admin
        .post(path + "/execute", Map.of("input", Map.of("path", 7, "huh", 1)))
        .expectProblem(422, "invalid-configuration");

    Map<String, Object> change =
        Map.of("name", Names.unique("crm"), "configuration", Map.of("url", address));
    admin.put(path, change).expectProblem(428, "if-match-required");
    admin.with("If-Match", made.header("ETag")).put(path, change).expect(200);
    admin
        .with("If-Match", made.header("ETag"))
        .put(path, change)
        .expectProblem(412, "stale-version");
    assertThat(admin.post(path + "/execute", call).at("/output/body/said")).isEqualTo("null");

    for (Answer foreign :
        List.of(other.get(path), other.post(path + "/execute", call), other.delete(path))) {
      foreign.expectProblem(404, "integration-not-found");
    }
    designer.post("/integrations", http("x", "y")).expect(403);
    assertThat(designer.get("/integrations?limit=200").expect(200).text())
        .contains(path.substring(14));
    admin.delete(path).expect(204);
    admin.get(path).expectProblem(404, "integration-not-found");
  }

  @Test
  void faultsOfAConfigurationArePointedAt() {
    Answer answer =
        admin.post(
            "/integrations",
            Map.of(
                "name",
                Names.unique("bad"),
                "connector",
                "http",
                "configuration",
                Map.of("timeoutSeconds", "soon", "token", "in clear", "huh", 1)));
    answer.expectProblem(422, "invalid-configuration");
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .contains(
            "/configuration/url",
            "/configuration/timeoutSeconds",
            "/configuration/token",
            "/configuration/huh");
    assertThat(answer.text()).doesNotContain("in clear");
    admin
        .post("/integrations", http(Names.unique("bad"), "{{secrets.NOBODYS}}"))
        .expectProblem(422, "invalid-configuration");
    admin
        .post(
            "/integrations",
            Map.of("name", "x", "connector", "exec-sink", "configuration", Map.of()))
        .expectProblem(404, "connector-not-found");
  }

  @Test
  void aSecretIsEncryptedNeverToldAndItsTenantsOwn() {
    String name = Names.unique("KEY");
    Answer stored = admin.put("/integrations/secrets/" + name, Map.of("value", "topsecretvalue"));
    assertThat(stored.expect(200).text()).contains(name).doesNotContain("topsecret");
    assertThat(admin.get("/integrations/secrets?limit=200").expect(200).text())
        .contains(name)
        .doesNotContain("topsecret");
    assertThat(
            jdbc.sql("select content from integrations_secret where name = :name")
                .param("name", name)
                .query(String.class)
                .single())
        .doesNotContain("topsecret");
    assertThat(admin.get("/audit?subject=integration-secret/" + name).expect(200).text())
        .contains("integration-secret/" + name)
        .doesNotContain("topsecret");
    assertThat(other.get("/integrations/secrets?limit=200").text()).doesNotContain(name);
    other
        .post("/integrations", http(Names.unique("thief"), "{{secrets." + name + "}}"))
        .expectProblem(422, "invalid-configuration");
    other.delete("/integrations/secrets/" + name).expectProblem(404, "secret-not-found");
    admin
        .put("/integrations/secrets/a%20b", Map.of("value", "x"))
        .expectProblem(422, "invalid-input");
    admin.delete("/integrations/secrets/" + name).expect(204);
  }

  @Test
  void aReferenceInTheInputIsPlainText() {
    String secret = Names.unique("TOKEN");
    admin.put("/integrations/secrets/" + secret, Map.of("value", "s3cret-" + secret)).expect(200);
    String path =
        admin
            .post("/integrations", http(Names.unique("crm"), "{{secrets." + secret + "}}"))
            .expect(201)
            .header("Location");
    Answer answer =
        admin.post(
            path + "/execute",
            Map.of("input", Map.of("query", Map.of("q", "{{secrets." + secret + "}}"))));
    assertThat(answer.expect(200).at("/output/body/path")).contains("secrets." + secret);
  }

  @Test
  void callsOverTheLimitAreRefusedForAWhile() {
    String path =
        admin
            .post(
                "/integrations",
                Map.of(
                    "name",
                    Names.unique("limited"),
                    "connector",
                    "http",
                    "configuration",
                    Map.of("url", address),
                    "callsPerMinute",
                    2))
            .expect(201)
            .header("Location");
    admin.post(path + "/execute", Map.of("input", Map.of())).expect(200);
    admin.post(path + "/execute", Map.of("input", Map.of())).expect(200);
    Answer late = admin.post(path + "/execute", Map.of("input", Map.of()));
    late.expectProblem(429, "integration-limit");
    assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 30);
  }

  @Test
  void aSystemThatFailsSeveralTimesIsLeftAlone() {
    String path =
        admin
            .post(
                "/integrations",
                Map.of(
                    "name",
                    Names.unique("down"),
                    "connector",
                    "http",
                    "configuration",
                    Map.of("url", "http://localhost:1", "attempts", 1)))
            .expect(201)
            .header("Location");
    for (int call = 0; call < 5; call++) {
      admin.post(path + "/execute", Map.of("input", Map.of())).expectProblem(422, "http-no-answer");
    }
    Answer rests = admin.post(path + "/execute", Map.of("input", Map.of()));
    rests.expectProblem(429, "integration-resting");
    assertThat(rests.header("Retry-After")).isEqualTo("30");
    assertThat(admin.post(path + "/test").expect(200).json().path("ok").asBoolean()).isFalse();
  }

  private Map<String, Object> http(String name, String token) {
    return Map.of(
        "name",
        name,
        "connector",
        "http",
        "configuration",
        Map.of("url", address, "authentication", "bearer", "token", token));
  }

  private List<String> ids(String query) {
    return designer
        .get("/integrations/connectors" + query)
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("id");
  }
}
