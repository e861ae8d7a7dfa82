package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.flowmaster.engine.PolicyCorpus.Attack;
import io.flowmaster.engine.PolicyCorpus.Harmless;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every door through which a model or a value comes in, with the whole corpus of models. */
@PlatformTest
@Tag("any-database")
class PolicyIT {
  private static final AtomicInteger HITS = new AtomicInteger();
  private static HttpServer net;
  private final Caller caller;

  PolicyIT(Api api) {
    this.caller = api.in("policy", "ana", List.of(), Roles.ADMIN, Roles.DESIGNER, Roles.DEVELOPER);
  }

  @BeforeAll
  static void listen() throws IOException {
    net = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    net.createContext(
        "/",
        exchange -> {
          HITS.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    net.start();
  }

  @AfterAll
  static void stop() {
    net.stop(0);
  }

  @AfterEach
  void nothingHappened() {
    assertThat(HITS).as("requests over the network").hasValue(0);
    assertThat(PolicyMarker.reached()).as("Java classes reached").isZero();
    assertThat(System.getProperty("flowmaster.attacked")).isNull();
    assertThat(PolicyCorpus.touched()).isFalse();
  }

  static Stream<Attack> attacks() {
    return PolicyCorpus.attacks();
  }

  static Stream<Attack> publishable() {
    return attacks().filter(attack -> !attack.file().endsWith(".cmmn"));
  }

  static Stream<Attack> decisions() {
    return attacks().filter(attack -> attack.file().endsWith(".dmn"));
  }

  static Stream<Harmless> harmless() {
    return PolicyCorpus.harmless();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void theEnginesRestRefusesAnAttack(Attack attack) {
    Answer refused =
        caller
            .upload("/engine-rest/deployment/create", attack.file(), local(attack.content()))
            .expect(400);
    assertThat(refused.text()).contains("Deployment policy (" + attack.kind() + ")");
    if (!attack.element().equals("-")) {
      JsonNode errors = refused.json().path("details").path(attack.file()).path("errors");
      assertThat(errors.findValuesAsText("mainElementId")).contains(attack.element());
    }
  }

  @ParameterizedTest
  @MethodSource("publishable")
  void validationNamesAnAttackAndItIsNotPublished(Attack attack) throws IOException {
    Answer imported =
        caller.upload("/processes/import?onConflict=update", attack.file() + ".zip", zip(attack));
    if (imported.status() == 422) {
      assertThat(attack.kind()).isIn("xml", "size");
      return;
    }
    String process = "/processes/" + imported.at("/id");
    JsonNode verdict = caller.post(process + "/validate").expect(200).json();
    assertThat(verdict.path("valid").asBoolean()).isFalse();
    boolean unreadable = attack.kind().equals("xml") || attack.kind().equals("size");
    assertThat(verdict.path("problems"))
        .as(verdict.toString())
        .anyMatch(
            problem ->
                problem.path("severity").asText().equals("ERROR")
                    && (unreadable && problem.path("rule").asText().equals("xml")
                        || problem.path("rule").asText().equals("policy-" + attack.kind())
                            && (attack.element().equals("-")
                                || problem.path("elementId").asText().equals(attack.element()))));
    caller.post(process + "/publish", Map.of()).expect(422);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void theRulesApiRefusesAnAttack(Attack attack) {
    String xml = new String(local(attack.content()), StandardCharsets.UTF_8);
    Answer answer =
        caller.post(
            "/rules",
            Map.of(
                "key", Names.unique("p").replace('-', '_'), "name", attack.file(), "dmnXml", xml));
    if (answer.status() == 201) {
      answer = caller.post("/rules/" + answer.at("/id") + "/publish", Map.of());
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatOnlyLooksLikeAnAttackDeploysAndRuns(Harmless model) {
    caller
        .upload("/engine-rest/deployment/create", model.file(), local(model.content()))
        .expect(200);
    String body =
        """
        {"businessKey": "key-1", "variables": {
          "amount": {"value": 1500, "type": "Integer"}, "runtime": {"value": 1, "type": "Integer"},
          "name": {"value": "Ana", "type": "String"}, "email": {"value": "ana@example.org", "type": "String"},
          "className": {"value": "economy", "type": "String"}, "script": {"value": "x", "type": "String"},
          "note": {"value": "", "type": "String"}, "approved": {"value": true, "type": "Boolean"},
          "order": {"value": "{\\"class\\":\\"first\\",\\"customer\\":{\\"name\\":\\"Ana\\"},\\"items\\":[{\\"name\\":\\"a\\",\\"price\\":9.99},{\\"name\\":\\"b\\",\\"price\\":1}]}", "type": "Json"}}}
        """;
    if (model.file().endsWith(".bpmn")) {
      String process =
          caller
              .upload("/processes/import?onConflict=update", model.file(), local(model.content()))
              .at("/id");
      JsonNode verdict = caller.post("/processes/" + process + "/validate").expect(200).json();
      assertThat(verdict.path("valid").asBoolean()).as(verdict.toString()).isTrue();
    }
    switch (model.how()) {
      case "run" ->
          caller
              .post("/engine-rest/process-definition/key/" + model.key() + "/start", body)
              .expect(200);
      case "decide" ->
          caller
              .post("/engine-rest/decision-definition/key/" + model.key() + "/evaluate", body)
              .expect(200);
      default -> assertThat(model.file()).endsWith(".form");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\": \"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.util.HashMap\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}",
        "{\"value\": \"<a/>\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.lang.Object\", \"serializationDataFormat\": \"application/xml\"}}"
      })
  void serializedObjectsComeInNowhere(String value) throws IOException {
    String key = Names.unique("door");
    EngineRestProcesses.deploy(
        caller,
        key,
        "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/><userTask id=\"t\"/>");
    String variables = "{\"variables\": {\"x\": " + value + "}}";
    refused(caller.post("/engine-rest/process-definition/key/" + key + "/start", variables));
    String instance = EngineRestProcesses.start(caller, key, "{}");
    String task =
        caller.get("/engine-rest/task?processInstanceId=" + instance).expect(200).at("/0/id");
    refused(caller.put("/engine-rest/process-instance/" + instance + "/variables/x", value));
    refused(caller.put("/engine-rest/task/" + task + "/variables/x", value));
    refused(caller.put("/engine-rest/task/" + task + "/localVariables/x", value));
    refused(caller.post("/engine-rest/task/" + task + "/complete", variables));
    assertThat(
            caller
                .post(
                    "/engine-rest/message",
                    "{\"messageName\": \"m\", \"processVariables\": {\"x\": " + value + "}}")
                .status())
        .isBetween(400, 499);
    assertThat(
            caller
                .get("/engine-rest/process-instance/" + instance + "/variables")
                .expect(200)
                .json())
        .isEmpty();
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(400, 422);
    assertThat(answer.text()).containsAnyOf("Java serialization format", "kept as JSON only");
  }

  @Test
  void aClassNamedInTypeInformationIsNotLookedUp() {
    String key = Names.unique("typed");
    EngineRestProcesses.deploy(
        caller,
        key,
        """
        <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
        <serviceTask id="t" camunda:expression="${execution.setVariable('copy', x.toString())}"/>
        <sequenceFlow id="g" sourceRef="t" targetRef="u"/><userTask id="u"/>
        """);
    String variables =
        """
        {"variables": {"x": {"value": "{\\"a\\": 1}", "type": "Object", "valueInfo": {
          "objectTypeName": "io.flowmaster.engine.PolicyMarker", "serializationDataFormat": "application/json"}}}}
        """;
    EngineRestProcesses.start(caller, key, variables);
  }

  private static byte[] local(byte[] model) {
    String port = String.valueOf(net.getAddress().getPort());
    return new String(model, StandardCharsets.UTF_8)
        .replace("127.0.0.1:48123", "127.0.0.1:" + port)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A decision or a form comes with a process that is sound. */
  private static byte[] zip(Attack attack) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      if (!attack.file().endsWith(".bpmn")) {
        zip.putNextEntry(new ZipEntry("process.bpmn"));
        zip.write(
            EngineRestProcesses.bpmn(
                "with-" + attack.file().replace('.', '-'),
                "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/><endEvent id=\"e\"/>"));
      }
      zip.putNextEntry(new ZipEntry(attack.file()));
      zip.write(local(attack.content()));
    }
    return bytes.toByteArray();
  }
}
