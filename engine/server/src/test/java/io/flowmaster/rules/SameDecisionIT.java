package io.flowmaster.rules;

import static io.flowmaster.rules.RuleFixtures.key;
import static io.flowmaster.rules.RuleFixtures.literal;
import static io.flowmaster.rules.RuleFixtures.pricing;
import static io.flowmaster.rules.RuleFixtures.published;
import static io.flowmaster.rules.RuleFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.junit.jupiter.api.Test;

/** A decision comes to the same alone and from a BPMN business rule task. */
@PlatformTest
class SameDecisionIT {
  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "2.5",
          "-7",
          "100",
          "2147483648",
          "9007199254740993",
          "123456789012345678901234567890",
          "0.1",
          "1234567.123456789012345678",
          "1e-10",
          "\"\"",
          "\"abc\"",
          "\"2026-03-31\"",
          "\"Grüße 😀\"",
          "true",
          "false",
          "null",
          "[]",
          "[1,2,3]",
          "[0.1,\"a\",null]",
          "{}",
          "{\"a\":{\"b\":[1,{\"c\":0.1}]},\"n\":null}",
          "{\"big\":9007199254740993,\"d\":\"2026-01-01\"}");
  private static final List<String> EXPRESSIONS =
      List.of(
          "x",
          "x + 1",
          "x.a.b[2].c",
          "x.big",
          "count(x)",
          "sum(x)",
          "date(x) + duration(\"P1D\")",
          "if x = null then \"none\" else x",
          "x instance of number",
          "string(x)",
          "for i in x return i * 2",
          "some i in x satisfies i > 2",
          "{a: x, b: [x, 1]}",
          "upper case(x)",
          "get value(x, \"d\")",
          "x > 1 and x < 200",
          "x / 3",
          "decimal(x, 2)",
          "not(x)",
          "date(\"2026-01-01\")",
          "duration(\"PT2H\")",
          "time(\"10:00:00\")");

  private final Caller designer;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final EngineVariables variables;
  private final ObjectMapper json;

  SameDecisionIT(
      Api api,
      RepositoryService repository,
      RuntimeService runtime,
      EngineVariables variables,
      ObjectMapper json) {
    this.designer = api.as("designer", "designer");
    this.repository = repository;
    this.runtime = runtime;
    this.variables = variables;
    this.json = json;
  }

  @Test
  void literalExpressionsComeToTheSame() {
    for (String expression : EXPRESSIONS) {
      String key = key();
      compareAll(published(designer, key, literal(key, expression)), key, expression);
    }
  }

  @Test
  void tablesOfEveryHitPolicyComeToTheSame() {
    String[] rules = {
      "1 -> 1.5", "> 2 -> x", "\"abc\" -> \"text\"", "null -> 0", "[0..1) -> x * 2"
    };
    for (String policy : List.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT")) {
      String key = key();
      compareAll(published(designer, key, table(policy, "any", rules)), key, policy);
    }
    for (String aggregation : List.of("SUM", "MIN", "MAX", "COUNT")) {
      String key = key();
      Map<String, Object> table =
          table("COLLECT/" + aggregation, "any", "> 0 -> 1", "> 1 -> 2.5", "> 50 -> 7");
      compareAll(published(designer, key, table), key, aggregation);
    }
    for (String policy : List.of("RULE ORDER", "COLLECT")) {
      String key = key();
      Map<String, Object> table = table(policy, "any", "- -> 1", "> 1 -> x", "- -> null");
      compareAll(published(designer, key, table), key, policy);
    }
  }

  @Test
  void typedInputsComeToTheSame() {
    for (String type :
        List.of("string", "boolean", "integer", "long", "double", "number", "date")) {
      String key = key();
      compareAll(
          published(designer, key, table("FIRST", type, "> 1 -> x", "- -> \"other\"")), key, type);
    }
  }

  @Test
  void requiredDecisionsComeToTheSame() throws JsonProcessingException {
    String key = key();
    String id = published(designer, key, pricing(key));
    deploy(key);
    for (String facts :
        List.of(
            "{\"customer\":{\"revenue\":1000000},\"total\":1}",
            "{\"customer\":{\"revenue\":5.5},\"total\":123.45}",
            "{\"customer\":{\"revenue\":5},\"total\":50}",
            "{\"customer\":{\"revenue\":5},\"total\":-50}",
            "{\"customer\":{},\"total\":null}",
            "{\"customer\":null,\"total\":1000000000000}")) {
      compare(id, key, json.readTree(facts), facts);
    }
  }

  private void compareAll(String id, String key, String what) {
    deploy(key);
    for (String value : VALUES) {
      try {
        compare(id, key, json.readTree("{\"x\":" + value + "}"), what + " of " + value);
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  private void compare(String id, String key, JsonNode facts, String what) {
    Answer alone = designer.post("/rules/" + id + "/evaluate", Map.of("variables", facts));
    assertThat(alone.status()).as(what + ": " + alone.text()).isIn(200, 422);
    JsonNode inProcess;
    try {
      inProcess = inProcess(key, facts);
    } catch (RuntimeException e) {
      assertThat(alone.status())
          .as(what + ": alone " + alone.text() + ", BPMN " + e)
          .isEqualTo(422);
      return;
    }
    assertThat(alone.status()).as(what + ": " + alone.text() + " BPMN " + inProcess).isEqualTo(200);
    assertThat(list(alone.json().get("result"), inProcess)).as(what).isEqualTo(inProcess);
  }

  /** The engine always gives a list of results; a bare value is a list of one with one member. */
  private JsonNode list(JsonNode result, JsonNode like) {
    ArrayNode list = json.createArrayNode();
    boolean bare = like.size() == 1 && like.get(0).size() == 1 && like.get(0).has("y");
    if (bare
        && !(result.isObject() && result.size() == 1 && result.has("y"))
        && !(result.isArray() && result.size() == 1 && result.get(0).has("y"))) {
      ObjectNode one = json.createObjectNode();
      one.set("y", result);
      return list.add(one);
    }
    if (result.isArray()) {
      return result;
    }
    return result.isNull() ? list : list.add(result);
  }

  private JsonNode inProcess(String key, JsonNode facts) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    facts.properties().forEach(m -> members.put(m.getKey(), m.getValue()));
    ProcessInstanceWithVariables ended =
        runtime
            .createProcessInstanceByKey("p_" + key)
            .processDefinitionTenantId("demo")
            .setVariables(variables.toEngine(members))
            .executeWithVariablesInReturn();
    return plain(ended.getVariables().get("r"));
  }

  private JsonNode plain(Object value) {
    return PlainJson.of(value, json);
  }

  private void deploy(String key) {
    String bpmn =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <process id="p_%1$s" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="d"/>
            <businessRuleTask id="d" camunda:decisionRef="%1$s" camunda:resultVariable="r" camunda:mapDecisionResult="resultList"/>
            <sequenceFlow id="f2" sourceRef="d" targetRef="e"/><endEvent id="e"/>
          </process>
        </definitions>
        """
            .formatted(key);
    repository.createDeployment().tenantId("demo").addString(key + ".bpmn", bpmn).deploy();
  }
}
