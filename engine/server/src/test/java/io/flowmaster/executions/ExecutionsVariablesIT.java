package io.flowmaster.executions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables keep their types from REST through the engine and back. */
@PlatformTest
class ExecutionsVariablesIT {
  private final Api api;
  private final Deployed deployed;
  private final RuntimeService runtime;

  ExecutionsVariablesIT(Api api, RepositoryService repository, RuntimeService runtime) {
    this.api = api;
    this.deployed = new Deployed(repository);
    this.runtime = runtime;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "123456789012345678901234567890",
        "1200.5",
        "0.1",
        "123456789012345678901.123456789",
        "true",
        "null",
        "\"\"",
        "\"null\"",
        "\"42\"",
        "\"2026-11-23T10:15:30.123Z\"",
        "\"Zürich 東京 🚀 \\\"quoted\\\" \\n\\t\"",
        "{}",
        "[]",
        "[1,\"a\",null,true,[],{}]",
        "{\"customer\":{\"name\":\"Ana\",\"orders\":[{\"id\":1,\"total\":9.95},{\"id\":2}],\"since\":null}}"
      })
  void aValueComesBackAsItWent(String value) {
    Answer started = start("{\"v\":" + value + "}");
    String id = started.expect(201).at("/id");
    JsonNode expected = manager().get("/executions/" + id + "/variables").expect(200).json();
    assertThat(expected.toString()).isEqualTo(json("{\"v\":" + value + "}"));
    assertThat(started.json().get("variables")).isEqualTo(expected);
    Answer set = manager().put("/executions/" + id + "/variables", "{\"v\":1,\"w\":" + value + "}");
    assertThat(set.expect(200).json().toString()).isEqualTo(json("{\"v\":1,\"w\":" + value + "}"));
    assertThat(manager().get("/executions/" + id + "/history").text())
        .contains("\"variable\":\"w\"");
  }

  @Test
  void aLongTextComesBack() {
    String text = "ö".repeat(10_000);
    String id = start("{\"v\":\"" + text + "\"}").expect(201).at("/id");
    assertThat(manager().get("/executions/" + id + "/variables").at("/v")).isEqualTo(text);
  }

  @Test
  void variablesOfAnEndedExecutionStay() {
    String id = start("{\"a\":1,\"b\":{\"c\":[2]}}").at("/id");
    manager().delete("/executions/" + id).expect(200);
    assertThat(manager().get("/executions/" + id).json().get("variables").toString())
        .isEqualTo("{\"a\":1,\"b\":{\"c\":[2]}}");
  }

  @Test
  void conditionsSeeValues() {
    String key =
        deployed.demo(
            Deployed.process("conditions")
                .startEvent()
                .exclusiveGateway("juel")
                .condition(
                    "yes",
                    "${amount > 1000 && customer.name == 'Ana' && items[1].price == 2.5 && empty note}")
                .serviceTask("copy")
                .camundaExpression("${amount * 2}")
                .camundaResultVariable("twice")
                .userTask("reached")
                .endEvent()
                .moveToNode("juel")
                .condition("no", "${amount <= 1000}")
                .endEvent()
                .done());
    Answer started =
        manager()
            .post(
                "/executions",
                "{\"processKey\":\""
                    + key
                    + "\",\"variables\":{\"amount\":1200.5,\"customer\":{\"name\":\"Ana\"},\"items\":[{},{\"price\":2.5}],\"note\":\"\"}}")
            .expect(201);
    assertThat(started.at("/activities/0/activityId")).isEqualTo("reached");
    assertThat(started.json().at("/variables/twice").doubleValue()).isEqualTo(2401.0);
  }

  @Test
  void datesOfTheEngineAreReadAsText() {
    String id = start("{}").expect(201).at("/id");
    runtime.setVariable(
        id, "due", java.util.Date.from(java.time.Instant.parse("2030-01-02T03:04:05Z")));
    assertThat(manager().get("/executions/" + id + "/variables").at("/due"))
        .isEqualTo("2030-01-02T03:04:05Z");
    assertThat(manager().get("/executions?variable=due:gt:2030-01-01T00:00:00Z&q=" + id).text())
        .contains(id);
  }

  @Test
  void whatCannotBeKeptIsRefusedAndChangesNothing() {
    String id = start("{\"a\":1}").expect(201).at("/id");
    for (String body :
        java.util.List.of(
            "{\"\":1}",
            "{\"" + "n".repeat(256) + "\":1}",
            "{\"a\":2,\"b\":\"\\u0000\"}",
            "{\"a\":2,\"connector.input.url\":\"http://elsewhere\"}")) {
      manager().put("/executions/" + id + "/variables", body).expect(422);
    }
    manager().put("/executions/" + id + "/variables", "[1]").expect(400);
    manager().put("/executions/" + id + "/variables", "{\"a\":").expect(400);
    manager().put("/executions/" + id + "/variables").expect(400);
    api.as("employee", "employee")
        .put("/executions/" + id + "/variables", Map.of("a", 3))
        .expectProblem(403, "forbidden");
    assertThat(manager().get("/executions/" + id + "/variables").json().toString())
        .isEqualTo("{\"a\":1}");
  }

  private static String json(String text) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(text)
          .toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Answer start(String variables) {
    return manager()
        .post(
            "/executions",
            "{\"processKey\":\"" + deployed.withTask() + "\",\"variables\":" + variables + "}");
  }

  private Caller manager() {
    return api.as("manager", "manager");
  }
}
