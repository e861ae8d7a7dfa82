package io.flowmaster.engine;

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
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
  void retriesBelowZeroAreTheCallersFault() {
    Answer answer =
        api.admin()
            .post(
                "/engine-rest/external-task/none/failure",
                "{\"workerId\":\"w\",\"retries\":-1,\"retryTimeout\":1}")
            .expect(400);
    assertThat(answer.text()).contains("retries");
  }
}
