package io.flowmaster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class EngineVariablesIT {
  private static final String ORDER =
      """
      {"customer": {"name": "Jörg 🚚", "address": {"city": "Köln"}, "vip": true, "since": null},
       "items": [{"price": 9.99, "count": 3}, {"price": 0.12345678901234567890123, "count": 4000000000}],
       "big": 123456789012345678901234567890, "exact": 0.12345678901234567890123, "amount": 1200.5}
      """;
  private final EngineVariables variables;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final TaskService tasks;
  private final ObjectMapper json;

  EngineVariablesIT(
      EngineVariables variables,
      RepositoryService repository,
      RuntimeService runtime,
      HistoryService history,
      TaskService tasks,
      ObjectMapper json) {
    this.variables = variables;
    this.repository = repository;
    this.runtime = runtime;
    this.history = history;
    this.tasks = tasks;
    this.json = json;
  }

  @Test
  void valuesComeBackFromTheDatabaseAsTheyWere() {
    Map<String, JsonNode> sent =
        Map.of(
            "order", parse(ORDER),
            "big", parse("123456789012345678901234567890"),
            "exact", parse("0.12345678901234567890123"),
            "text", parse("\"\""),
            "emoji", parse("\"Grüße 🚚👩‍👩‍👧\""),
            "long", parse('"' + "ü🚚".repeat(200_000) + '"'),
            "edge", parse('"' + "ü".repeat(4_000) + '"'),
            "nothing", parse("null"),
            "list", parse("[1,2.5,\"three\",null,[true]]"));
    String instance = start(waiting(), sent);
    assertThat(read(instance)).isEqualTo(sent);
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .filter(v -> v.getName().equals("long"))
                .map(v -> v.getTypedValue().getValue()))
        .containsExactly("ü🚚".repeat(200_000));
  }

  @Test
  void aStringMayGrowAndShrink() {
    String instance = start(waiting(), Map.of("text", parse("\"short\"")));
    for (int length : new int[] {5_000, 10, 4_001, 0, 6_000}) {
      String text = "é".repeat(length);
      runtime.setVariable(instance, "text", text);
      assertThat(runtime.getVariable(instance, "text")).isEqualTo(text);
    }
    runtime.setVariable(instance, "text", 5);
    assertThat(runtime.getVariable(instance, "text")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${order.customer.name == 'Jörg 🚚'}
          ${order.customer.address.city == 'Köln'}
          ${order.customer['vip']}
          ${order.customer.since == null && order.customer.nickname == null}
          ${order.items[0].price == 9.99}
          ${order.items[0].price * order.items[0].count > 29}
          ${order.items[1].count == 4000000000}
          ${order.items.size() == 2 && !order.items.isEmpty()}
          ${order.items[7] == null}
          ${order.customer.prop("name").stringValue() == 'Jörg 🚚'}
          ${order.prop("items").elements().get(0).prop("count").numberValue() == 3}
          ${big + 1 > big && big > 9223372036854775807}
          ${exact < 0.2 && exact * 10 > 1}
          ${amount + 1 == 1201.5}
          ${text.length() == 5000}
          """)
  void juelSeesValues(String condition) {
    assertThat(takesTheBranch(condition, "")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order.customer.name = "Jörg 🚚"
          order.customer.address.city = "Köln" and order.customer.vip
          order.items[1].price = 9.99
          order.items[2].price = 0.12345678901234567890123
          order.items[2].price != 0.12345678901234567890124
          count(order.items) = 2 and sum(for i in order.items return i.count) = 4000000003
          some i in order.items satisfies i.price > 9
          order.customer.since = null
          order.big = 123456789012345678901234567890
          big + 1 = 123456789012345678901234567891
          exact = 0.12345678901234567890123
          amount = 1200.5
          string length(text) = 5000 and starts with(text, "xx")
          """)
  void feelSeesValues(String condition) {
    assertThat(takesTheBranch(condition, "language=\"feel\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"items", "${items}", "${order.items}"})
  void aMultiInstanceRunsOverAJsonArray(String collection) {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(Names.unique("each"))
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .userTask("each")
            .name("${item.name}")
            .multiInstance()
            .camundaCollection(collection)
            .camundaElementVariable("item")
            .multiInstanceDone()
            .endEvent()
            .done();
    JsonNode items = parse("[{\"name\":\"one\"},{\"name\":\"two\"}]");
    String instance =
        start(
            deploy(model),
            Map.of("items", items, "order", json.createObjectNode().set("items", items)));
    assertThat(tasks.createTaskQuery().processInstanceId(instance).list())
        .extracting(Task::getName)
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void whatAModelMakesHasAJsonForm() {
    BpmnModelInstance model =
        process(
            """
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="stop"/>
            <userTask id="stop">
              <extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="now">${now()}</camunda:inputParameter>
                <camunda:inputParameter name="city">${order.customer.address.city}</camunda:inputParameter>
                <camunda:inputParameter name="address">${order.customer.address}</camunda:inputParameter>
                <camunda:inputParameter name="sum">${order.big + 1}</camunda:inputParameter>
                <camunda:inputParameter name="list">
                  <camunda:list>
                    <camunda:value>a</camunda:value>
                    <camunda:value>${order.customer.address.city}</camunda:value>
                  </camunda:list>
                </camunda:inputParameter>
                <camunda:inputParameter name="map">
                  <camunda:map>
                    <camunda:entry key="count">${order.items[0].count}</camunda:entry>
                  </camunda:map>
                </camunda:inputParameter>
              </camunda:inputOutput></extensionElements>
            </userTask>
            """);
    String instance = start(deploy(model), Map.of("order", parse(ORDER)));
    Task task = task(instance);
    Map<String, JsonNode> made = variables.toJson(tasks.getVariablesTyped(task.getId(), false));
    assertThat(made.get("now").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(made.get("city").textValue()).isEqualTo("Köln");
    assertThat(made.get("address")).isEqualTo(parse("{\"city\":\"Köln\"}"));
    assertThat(made.get("sum")).isEqualTo(parse("123456789012345678901234567891"));
    assertThat(made.get("map")).isEqualTo(parse("{\"count\":3}"));
    assertThat(made.get("list")).isEqualTo(parse("[\"a\",\"Köln\"]"));
    assertThat(tasks.getVariable(task.getId(), "list")).isEqualTo(List.of("a", "Köln"));
  }

  @Test
  void aFileIsKeptButHasNoJsonForm() {
    String instance = start(waiting(), Map.of());
    runtime.setVariable(
        instance, "file", Variables.fileValue("a.txt").file(new byte[] {1, 2}).create());
    runtime.setVariable(instance, "bytes", new byte[] {0, 1});
    assertThat(read(instance)).isEmpty();
  }

  @Test
  void anObjectIsReadWithoutItsClass() {
    String instance = start(waiting(), Map.of());
    runtime.setVariable(
        instance,
        "sent",
        Variables.serializedObjectValue("{\"amount\":12.5}")
            .serializationDataFormat("application/json")
            .objectTypeName("com.acme.NotHere")
            .create());
    assertThat(runtime.getVariable(instance, "sent"))
        .isEqualTo(Map.of("amount", new BigDecimal("12.5")));
    assertThat(read(instance)).containsEntry("sent", parse("{\"amount\":12.5}"));
  }

  private boolean takesTheBranch(String condition, String language) {
    JsonNode order = parse(ORDER);
    String instance =
        start(
            deploy(branch(condition, language)),
            Map.of(
                "order", order,
                "big", order.get("big"),
                "exact", order.get("exact"),
                "amount", order.get("amount"),
                "text", parse('"' + "x".repeat(5_000) + '"')));
    return task(instance).getTaskDefinitionKey().equals("yes");
  }

  private static BpmnModelInstance branch(String condition, String language) {
    return process(
        """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
        <exclusiveGateway id="decide" default="otherwise"/>
        <sequenceFlow id="f2" sourceRef="decide" targetRef="yes">
          <conditionExpression xsi:type="tFormalExpression" %s><![CDATA[%s]]></conditionExpression>
        </sequenceFlow>
        <sequenceFlow id="otherwise" sourceRef="decide" targetRef="no"/>
        <userTask id="yes"/>
        <userTask id="no"/>
        """
            .formatted(language, condition));
  }

  private static BpmnModelInstance process(String content) {
    String xml =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="%s" isExecutable="true">%s</process>
        </definitions>
        """
            .formatted(Names.unique("process"), content);
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private Task task(String instance) {
    return tasks.createTaskQuery().processInstanceId(instance).singleResult();
  }

  private String waiting() {
    return deploy(
        Bpmn.createExecutableProcess(Names.unique("waiting"))
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .userTask("wait")
            .endEvent()
            .done());
  }

  private String deploy(BpmnModelInstance model) {
    return repository
        .createDeployment()
        .addModelInstance("test.bpmn", model)
        .deployWithResult()
        .getDeployedProcessDefinitions()
        .get(0)
        .getId();
  }

  private String start(String definition, Map<String, JsonNode> sent) {
    return runtime.startProcessInstanceById(definition, variables.toEngine(sent)).getId();
  }

  private Map<String, JsonNode> read(String instance) {
    return variables.toJson(runtime.getVariablesTyped(instance, false));
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
