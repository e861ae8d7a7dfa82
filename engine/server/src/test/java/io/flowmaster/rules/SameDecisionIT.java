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
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.PlatformTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A decision comes to the same alone and from a BPMN business rule task. */
@PlatformTest
@Tag("any-database")
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
  private final DecisionService decisions;
  private final EngineVariables variables;
  private final ObjectMapper json;

  SameDecisionIT(
      Api api,
      RepositoryService repository,
      RuntimeService runtime,
      DecisionService decisions,
      EngineVariables variables,
      ObjectMapper json) {
    this.designer = api.as("designer", "designer");
    this.repository = repository;
    this.runtime = runtime;
    this.decisions = decisions;
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
  void requiredDecisionsComeToTheSame() {
    String key = key();
    String id = published(designer, key, pricing(key));
    List<JsonNode> facts =
        Stream.of(
                "{\"customer\":{\"revenue\":1000000},\"total\":1}",
                "{\"customer\":{\"revenue\":5.5},\"total\":123.45}",
                "{\"customer\":{\"revenue\":5},\"total\":50}",
                "{\"customer\":{\"revenue\":5},\"total\":-50}",
                "{\"customer\":{},\"total\":null}",
                "{\"customer\":null,\"total\":1000000000000}")
            .map(this::facts)
            .toList();
    compare(id, key, facts, "pricing");
  }

  @Test
  void whatOnlyTheStandardCoversComesToTheSame() {
    for (String policy : List.of("PRIORITY", "OUTPUT ORDER")) {
      String key = key();
      compareAll(published(designer, key, standard(key, priorities(policy))), key, policy);
    }
    for (String logic :
        List.of(
            "<context><contextEntry><variable name='a'/><literalExpression><text>x</text></literalExpression></contextEntry>"
                + "<contextEntry><literalExpression><text>[a, a = null]</text></literalExpression></contextEntry></context>",
            "<conditional><if><literalExpression><text>x instance of number</text></literalExpression></if>"
                + "<then><literalExpression><text>x / 3</text></literalExpression></then>"
                + "<else><literalExpression><text>{v: x, d: date(\"2026-01-01\"), t: duration(\"PT2H\")}</text></literalExpression></else></conditional>",
            "<list><literalExpression><text>x</text></literalExpression><literalExpression><text>1</text></literalExpression></list>",
            "<literalExpression><text>list replace([1, 2, 3], 2, x)</text></literalExpression>")) {
      String key = key();
      compareAll(published(designer, key, standard(key, logic)), key, logic);
    }
  }

  private static String standard(String key, String logic) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d_%1$s" name="n" namespace="t">
          <inputData id="in" name="x"><variable name="x"/></inputData>
          <decision id="%1$s" name="%1$s"><variable name="y"/><informationRequirement><requiredInput href="#in"/></informationRequirement>%2$s</decision>
        </definitions>
        """
        .formatted(key, logic);
  }

  private static String priorities(String policy) {
    return """
        <decisionTable hitPolicy="%s"><input><inputExpression><text>x</text></inputExpression></input>
          <output name="z"><outputValues><text>"high", "low"</text></outputValues></output>
          <rule><inputEntry><text>&gt; 0</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
          <rule><inputEntry><text>&gt; 5, "abc"</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
        </decisionTable>
        """
        .formatted(policy);
  }

  private void compareAll(String id, String key, String what) {
    List<JsonNode> facts = VALUES.stream().map(value -> facts("{\"x\":" + value + "}")).toList();
    compare(id, key, facts, what);
  }

  private void compare(String id, String key, List<JsonNode> facts, String what) {
    deploy(key);
    List<Object> items = new ArrayList<>();
    facts.forEach(each -> items.add(Map.of("variables", each)));
    JsonNode alone =
        designer
            .post("/rules/" + id + "/evaluate/batch", Map.of("items", items))
            .expect(200)
            .json()
            .get("items");
    for (int i = 0; i < facts.size(); i++) {
      compare(alone.get(i), key, facts.get(i), what + " of " + facts.get(i));
    }
  }

  private void compare(JsonNode alone, String key, JsonNode facts, String what) {
    JsonNode inEngine;
    try {
      inEngine = inEngine(key, facts);
    } catch (RuntimeException e) {
      if (listWithNulls(alone.at("/evaluation/result"))) {
        return;
      }
      assertThat(alone.has("problem")).as(what + ": alone " + alone + ", BPMN " + e).isTrue();
      return;
    }
    assertThat(alone.has("evaluation")).as(what + ": " + alone + " BPMN " + inEngine).isTrue();
    JsonNode result = alone.at("/evaluation/result");
    assertThat(list(result, inEngine)).as(what).isEqualTo(inEngine);
  }

  /** The engine decides the same, but its history cannot keep a list that has a null. */
  private static boolean listWithNulls(JsonNode result) {
    for (JsonNode element : result) {
      if (result.isArray() && element.isNull() || listWithNulls(element)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode facts(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The engine always gives a list of results; a bare value is a list of one with one member. */
  private JsonNode list(JsonNode result, JsonNode like) {
    boolean sameShape = result.isArray() && result.size() == like.size();
    for (int i = 0; sameShape && i < like.size(); i++) {
      sameShape = result.get(i).isObject() && members(result.get(i)).equals(members(like.get(i)));
    }
    if (sameShape) {
      return result;
    }
    ArrayNode list = json.createArrayNode();
    if (like.isEmpty()) {
      return result.isNull() ? list : list.add(result);
    }
    if (result.isObject() && members(result).equals(members(like.get(0)))) {
      return list.add(result);
    }
    ObjectNode one = json.createObjectNode();
    one.set(like.get(0).fieldNames().next(), result);
    return list.add(one);
  }

  private static Set<String> members(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * By a business rule task; but the engine cannot store every result (a list of nulls, a count
   * without a name), and then by its decision service.
   */
  private JsonNode inEngine(String key, JsonNode facts) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    facts.properties().forEach(m -> members.put(m.getKey(), m.getValue()));
    VariableMap values = variables.toEngine(members);
    try {
      return PlainJson.of(
          runtime
              .createProcessInstanceByKey("p_" + key)
              .processDefinitionTenantId("demo")
              .setVariables(values)
              .executeWithVariablesInReturn()
              .getVariables()
              .get("r"),
          json);
    } catch (RuntimeException unstorable) {
      return PlainJson.of(
          decisions
              .evaluateDecisionByKey(key)
              .decisionDefinitionTenantId("demo")
              .variables(values)
              .evaluate()
              .getResultList(),
          json);
    }
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
