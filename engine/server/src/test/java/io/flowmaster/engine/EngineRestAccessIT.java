package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.task.ExternalTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class EngineRestAccessIT {
  private final Api api;

  EngineRestAccessIT(Api api) {
    this.api = api;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest",
        "/engine-rest/",
        "/engine-rest/version",
        "/engine-rest/process-definition",
        "/engine-rest/engine",
        "/engine-rest/user",
        "/engine-rest/no/such/thing",
        "/engine-rest/application.wadl"
      })
  void nothingIsServedWithoutAToken(String path) {
    api.anonymous().get(path).expectProblem(401, "unauthorized");
    api.withToken("bad").get(path).expectProblem(401, "unauthorized");
    api.anonymous().post(path, Map.of()).expectProblem(401, "unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, version, admin developer designer worker agent",
    "POST, external-task/fetchAndLock, admin developer worker agent",
    "POST, message, admin developer worker agent",
    "GET, process-definition, admin developer designer",
    "GET, decision-definition, admin developer designer",
    "GET, deployment, admin developer designer",
    "POST, deployment/create, admin developer designer",
    "GET, process-instance, admin developer",
    "GET, task, admin developer",
    "GET, history/process-instance, admin developer",
    "GET, job, admin developer",
    "GET, incident, admin developer",
    "POST, signal, admin developer",
  })
  void aRouteIsForItsRolesOnly(String method, String path, String allowed) {
    for (String role : Roles.ALL) {
      Answer answer =
          api.as(role + "-person", role)
              .send(method, "/engine-rest/" + path, method.equals("GET") ? null : Map.of());
      if (List.of(allowed.split(" ")).contains(role)) {
        assertThat(answer.status()).as(role + " " + answer.text()).isNotIn(401, 403, 404, 500);
      } else {
        answer.expectProblem(403, "forbidden");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, user",
    "POST, user/create",
    "GET, user/demo/profile",
    "GET, group",
    "GET, tenant",
    "GET, authorization",
    "POST, authorization/create",
    "GET, identity/groups?userId=demo",
    "POST, identity/verify",
    "GET, schema/log",
    "GET, engine",
    "GET, engine/default/process-definition",
    "GET, engine/other/task",
    "GET, telemetry/configuration",
    "GET, metrics",
    "DELETE, metrics/task-worker",
    "GET, filter",
    "POST, filter/create",
    "GET, batch",
    "GET, history/batch",
    "POST, history/cleanup",
    "GET, history/cleanup/job",
    "GET, optimize/task-instance/running",
    "GET, case-definition",
    "POST, process-instance/delete",
    "POST, process-instance/suspended-async",
    "PUT, process-instance/suspended",
    "PUT, process-definition/suspended",
    "POST, process-instance/variables-async",
    "POST, job/retries",
    "PUT, job/suspended",
    "PUT, external-task/retries",
    "POST, external-task/retries-async",
    "POST, migration/executeAsync",
    "POST, modification/executeAsync",
    "POST, history/process-instance/delete",
    "GET, deployment/registered",
    "GET, application.wadl",
    "OPTIONS, task",
    "GET, nothing",
  })
  void theRestIsThereForNobody(String method, String path) {
    api.admin()
        .send(method, "/engine-rest/" + path, method.equals("GET") ? null : Map.of())
        .expectProblem(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest//user", "/engine-rest/./user", "/engine-rest/version/../user",
        "/engine-rest/version;x=1/../user", "/engine-rest/%75ser", "/engine-rest/us%2565r"
      })
  void aBentPathLeadsNowhere(String path) {
    assertThat(api.admin().get(path).status()).isIn(400, 404);
  }

  @Test
  void aDesignerDeploysAndADeveloperStarts() {
    String key = Names.unique("deployed");
    Caller designer = api.as("dora", Roles.DESIGNER);
    EngineRestProcesses.deployExternal(designer, key, key);
    designer.get("/engine-rest/process-definition/key/" + key + "/xml").expect(200);
    designer
        .post("/engine-rest/process-definition/key/" + key + "/start", Map.of())
        .expectProblem(403, "forbidden");
    EngineRestProcesses.start(api.as("dev", Roles.DEVELOPER), key, "{}");
  }

  @Test
  void aChangeIsInTheAuditLog() {
    String key = Names.unique("audited");
    EngineRestProcesses.deployExternal(api.admin(), key, key);
    EngineRestProcesses.start(api.as("dev", Roles.DEVELOPER), key, "{}");
    JsonNode entries =
        api.admin()
            .get(
                "/audit?subject=engine-rest/process-definition/key/"
                    + key
                    + "/tenant-id/demo/start")
            .expect(200)
            .json()
            .at("/items");
    assertThat(entries).hasSize(1);
    assertThat(entries.at("/0/actor").asText()).isEqualTo("dev");
  }

  @Test
  void aDeploymentHasTheSizeLimitOfEveryUpload() {
    byte[] large = new byte[13 * 1024 * 1024];
    api.admin()
        .upload("/engine-rest/deployment/create", "large.bpmn", large)
        .expectProblem(413, "too-large");
  }

  @Test
  void aBrokenModelIsTheCallersFault() {
    byte[] broken = "<definitions".getBytes(StandardCharsets.UTF_8);
    api.admin().upload("/engine-rest/deployment/create", "broken.bpmn", broken).expect(422);
  }

  @Test
  void aModelIsReadWithoutTheNetwork() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer lure = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    lure.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    lure.start();
    try {
      String at = "http://127.0.0.1:" + lure.getAddress().getPort();
      String model =
          new String(
              EngineRestProcesses.bpmn(
                  Names.unique("offline"),
                  "<startEvent id=\"s\"><extensionElements><x:y xmlns:x=\"urn:x\"/></extensionElements></startEvent>"),
              StandardCharsets.UTF_8);
      String pointing =
          model.replace(
              "targetNamespace=", "xsi:schemaLocation=\"urn:x " + at + "/x.xsd\" targetNamespace=");
      deploy(pointing).expect(200);
      deploy("<!DOCTYPE d SYSTEM \"" + at + "/d.dtd\">" + model.substring(model.indexOf("?>") + 2))
          .expect(400);
      assertThat(asked).hasValue(0);
    } finally {
      lure.stop(0);
    }
  }

  private Answer deploy(String model) {
    return api.admin()
        .upload(
            "/engine-rest/deployment/create", "model.bpmn", model.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"variables": {"x": {"value": "abc", "type": "Integer"}}}
          {"variables": {"x": {"value": "abc", "type": "Nonsense"}}}
          {"variables": {"x": {"value": "{", "type": "Json"}}}
          {"variables": {"x": {"value": "rO0AB", "type": "Object", "valueInfo": {"objectTypeName": "x.Y", "serializationDataFormat": "application/x-java-serialized-object"}}}}
          {"variables": {"x": {"value": "<a/>", "type": "Object", "valueInfo": {"objectTypeName": "x.Y", "serializationDataFormat": "application/xml"}}}}
          {"variables": {"x": {"value": "{", "type": "Object", "valueInfo": {"objectTypeName": "x.Y", "serializationDataFormat": "application/json"}}}}
          {"variables": 5}
          [
          """)
  void aBadBodyIsTheCallersFault(String body) {
    String key = Names.unique("bad");
    EngineRestProcesses.deployExternal(api.admin(), key, key);
    Answer answer = api.admin().post("/engine-rest/process-definition/key/" + key + "/start", body);
    assertThat(answer.status()).as(answer.text()).isIn(400, 422);
  }

  @Test
  void aNullInAListIsTheCallersFault() {
    api.admin()
        .post(
            "/engine-rest/external-task/fetchAndLock",
            "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[null]}")
        .expect(400);
  }

  @Test
  void valuesKeepTheirTypes() {
    String key = Names.unique("typed");
    EngineRestProcesses.deployExternal(api.admin(), key, key);
    String instance =
        EngineRestProcesses.start(
            api.admin(),
            key,
            """
            {"variables": {
              "big": {"value": 123456789012345678901234567890, "type": "Number"},
              "small": {"value": 7, "type": "Number"},
              "long": {"value": "%s", "type": "String"},
              "json": {"value": "{\\"a\\":[1]}", "type": "Json"}}}
            """
                .formatted("x".repeat(5_000)));
    JsonNode read =
        api.as("w", Roles.WORKER)
            .get("/engine-rest/process-instance/" + instance + "/variables")
            .expect(200)
            .json();
    assertThat(read.at("/big/value").bigIntegerValue())
        .hasToString("123456789012345678901234567890");
    assertThat(read.at("/big/type").asText()).isEqualTo("Number");
    assertThat(read.at("/small/type").asText()).isEqualTo("Integer");
    assertThat(read.at("/long/value").asText()).hasSize(5_000);
    assertThat(read.at("/json/type").asText()).isEqualTo("Json");
  }

  @Test
  void aWorkerInAnyLanguageFetchesByLongPollingAndCompletes() {
    String topic = Names.unique("poll");
    EngineRestProcesses.deployExternal(api.admin(), topic, topic);
    Caller worker = api.as("poller", Roles.WORKER);
    CompletableFuture<Answer> fetched =
        CompletableFuture.supplyAsync(
            () ->
                worker.post(
                    "/engine-rest/external-task/fetchAndLock",
                    Map.of(
                        "workerId",
                        "poller",
                        "maxTasks",
                        1,
                        "asyncResponseTimeout",
                        20_000,
                        "topics",
                        List.of(Map.of("topicName", topic, "lockDuration", 10_000)))));
    await().pollDelay(Duration.ofMillis(600)).until(() -> !fetched.isDone());
    String instance =
        EngineRestProcesses.start(
            api.admin(), topic, "{\"variables\": {\"amount\": {\"value\": 12.5}}}");
    JsonNode task = fetched.orTimeout(15, TimeUnit.SECONDS).join().expect(200).json().get(0);
    assertThat(task.at("/processInstanceId").asText()).isEqualTo(instance);
    assertThat(task.at("/tenantId").asText()).isEqualTo("demo");
    assertThat(task.at("/variables/amount/value").asDouble()).isEqualTo(12.5);
    String id = task.at("/id").asText();
    worker
        .post(
            "/engine-rest/external-task/" + id + "/extendLock",
            Map.of("workerId", "poller", "newDuration", 20_000))
        .expect(204);
    worker
        .post(
            "/engine-rest/external-task/" + id + "/complete",
            Map.of(
                "workerId",
                "poller",
                "variables",
                Map.of("done", Map.of("value", true, "type", "Boolean"))))
        .expect(204);
    assertThat(ended(instance)).isTrue();
    worker
        .post("/engine-rest/external-task/" + id + "/complete", Map.of("workerId", "poller"))
        .expect(404);
  }

  @Test
  void anEmptyPollEndsWithAnEmptyList() {
    Answer answer =
        api.as("idle", Roles.WORKER)
            .post(
                "/engine-rest/external-task/fetchAndLock",
                Map.of(
                    "workerId",
                    "idle",
                    "maxTasks",
                    1,
                    "asyncResponseTimeout",
                    500,
                    "topics",
                    List.of(Map.of("topicName", Names.unique("none"), "lockDuration", 1_000))));
    assertThat(answer.expect(200).json()).isEmpty();
  }

  @Test
  void theOfficialJavaClientWorks() {
    String topic = Names.unique("java");
    EngineRestProcesses.deployExternal(api.admin(), topic, topic);
    String token = api.token("java-worker", Map.of("demo", Map.of("roles", List.of(Roles.WORKER))));
    AtomicReference<ExternalTask> seen = new AtomicReference<>();
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(api.url() + "/engine-rest")
            .workerId(topic)
            .asyncResponseTimeout(5_000)
            .addInterceptor(request -> request.addHeader("Authorization", "Bearer " + token))
            .build();
    try {
      client
          .subscribe(topic)
          .lockDuration(10_000)
          .handler(
              (task, service) -> {
                seen.set(task);
                service.complete(task, Map.of("approved", true, "note", "grün"));
              })
          .open();
      String instance =
          EngineRestProcesses.start(
              api.admin(),
              topic,
              """
              {"variables": {"amount": {"value": 12.5}, "text": {"value": "%s"},
                "big": {"value": 123456789012345678901234567890, "type": "Number"},
                "order": {"value": "{\\"id\\":7}", "type": "Json"}}}
              """
                  .formatted("x".repeat(5_000)));
      await().atMost(Duration.ofSeconds(20)).until(() -> ended(instance));
      ExternalTask task = seen.get();
      assertThat(task.<Double>getVariable("amount")).isEqualTo(12.5);
      assertThat(task.<String>getVariable("order")).isEqualTo("{\"id\":7}");
      assertThat(task.<String>getVariable("text")).hasSize(5_000);
    } finally {
      client.stop();
    }
  }

  private boolean ended(String instance) {
    return api.admin()
        .get("/engine-rest/history/process-instance/" + instance)
        .expect(200)
        .at("/state")
        .equals("COMPLETED");
  }
}
