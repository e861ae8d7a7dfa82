package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.Models;
import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PlatformTest
class ModelValidationIT {
  private final Api api;
  private final ModelValidator validator;
  private final CurrentActor current;

  ModelValidationIT(Api api, ModelValidator validator, CurrentActor current) {
    this.api = api;
    this.validator = validator;
    this.current = current;
  }

  @Test
  void everyFaultIsNamedAtOnceWithItsElementAndWhatToDo() throws IOException {
    Answer answer = validate(model("many-faults.bpmn"));
    assertThat(answer.json().path("valid").asBoolean()).isFalse();
    assertThat(errors(answer))
        .contains(
            "gateway-condition split",
            "implementation book",
            "called-element call",
            "external-task-topic alone",
            "sequence-flow-ends f7");
    assertThat(warnings(answer))
        .contains("timer late", "join-deadlock join", "reachable alone", "user-task-form ask");
    JsonNode first = answer.json().path("problems").get(0);
    assertThat(first.path("line").asInt()).isPositive();
    assertThat(first.path("file").asText()).endsWith(".bpmn");
  }

  @Test
  void problemsComeInTheOrderOfTheModel() throws IOException {
    List<ModelProblem> problems = check("m.bpmn", model("many-faults.bpmn"));
    assertThat(problems.stream().map(ModelProblem::line).filter(line -> line != null).toList())
        .isSorted();
  }

  @Test
  void aSoundModelIsValidAndPublishes() throws IOException {
    String key = Names.unique("sound");
    String id = create(model("sound-order.bpmn").replace("sound-order", key));
    Answer answer = designer().post("/processes/" + id + "/validate").expect(200);
    assertThat(answer.json().path("valid").asBoolean()).as(answer.text()).isTrue();
    assertThat(answer.json().path("problems")).isEmpty();
    designer().post("/processes/" + id + "/publish").expect(201);
  }

  @Test
  void aCalendarThatIsNotThereIsToldAndTheDefaultCounts() {
    String key = Names.unique("calendar");
    String id = create(declaring(key, key));
    assertThat(warnings(designer().post("/processes/" + id + "/validate").expect(200)))
        .contains("unknown-calendar task");
    designer().post("/processes/" + id + "/publish").expect(201);
    assertThat(warnings(validate(declaring(Names.unique("always"), "always"))))
        .doesNotContain("unknown-calendar task");
  }

  private static String declaring(String key, String calendar) {
    return Models.executable(key)
        .replace(
            "targetNamespace",
            "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace")
        .replace(
            "<userTask id=\"task\" name=\"Work\" />",
            """
            <userTask id="task" name="Work"><extensionElements><camunda:properties>
              <camunda:property name="flowmaster:calendar" value="%s"/>
            </camunda:properties></extensionElements></userTask>
            """
                .formatted(calendar));
  }

  @Test
  void whatIsUnsoundIsNotPublished() throws IOException {
    String id = create(model("many-faults.bpmn").replace("many-faults", Names.unique("unsound")));
    Answer refused =
        designer().post("/processes/" + id + "/publish").expectProblem(422, "unsound-model");
    assertThat(refused.text()).contains("external-task-topic").contains("called-element");
  }

  @Test
  void aDrawingCannotBePublished() throws IOException {
    List<ModelProblem> problems = check("m.bpmn", model("only-a-drawing.bpmn"));
    assertThat(problems)
        .filteredOn(ModelProblem::fatal)
        .extracting(ModelProblem::rule)
        .containsExactly("process-executable");
  }

  @Test
  void hostileXmlIsAProblemAndNothingElse() {
    for (String text :
        List.of(
            "",
            "<",
            "\0\1\2",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<a>".repeat(5_000) + "</a>".repeat(5_000),
            "<?xml version=\"1.0\" encoding=\"nonsense\"?><a/>")) {
      assertThat(check("m.bpmn", text))
          .filteredOn(ModelProblem::fatal)
          .extracting(ModelProblem::rule)
          .contains("xml");
    }
  }

  @Test
  void anExpressionNestedWithoutEndIsAProblem() throws IOException {
    String deep = "${" + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "}";
    String text =
        model("sound-order.bpmn")
            .replace("camunda:candidateGroups=\"staff\"", "camunda:assignee=\"" + deep + "\"");
    assertThat(check("m.bpmn", text)).anyMatch(ModelProblem::fatal);
  }

  @Test
  void whatIsTooLongForTheEngineIsAProblem() throws IOException {
    String text = model("sound-order.bpmn").replace("sound-order", "a".repeat(400));
    assertThat(check("m.bpmn", text))
        .filteredOn(ModelProblem::fatal)
        .extracting(ModelProblem::rule)
        .contains("too-long");
  }

  @Test
  void aBrokenExpressionIsNamed() throws IOException {
    String text = model("sound-order.bpmn").replace("\"staff\"", "\"${group.\"");
    assertThat(check("m.bpmn", text))
        .filteredOn(ModelProblem::fatal)
        .extracting(ModelProblem::rule)
        .contains("expression");
  }

  @Test
  void whatTheBundleBringsIsKnown() throws IOException {
    String text =
        model("sound-order.bpmn")
            .replace(
                "camunda:candidateGroups=\"staff\"",
                "camunda:formRef=\"order-form\" camunda:formRefBinding=\"latest\"")
            .replaceAll("(?s)<bpmn:extensionElements>.*?</bpmn:extensionElements>", "");
    assertThat(check("m.bpmn", text)).extracting(ModelProblem::rule).contains("unknown-form");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("m.bpmn", text.getBytes(StandardCharsets.UTF_8));
    files.put(
        "order.form", "{\"id\":\"order-form\",\"components\":[]}".getBytes(StandardCharsets.UTF_8));
    assertThat(check(new ModelBundle(files)))
        .extracting(ModelProblem::rule)
        .doesNotContain("unknown-form");
  }

  @Test
  void aSlipInTheFeelOfADecisionIsAWarning() {
    String dmn =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drd" name="d" namespace="t">
          <decision id="risk" name="Risk">
            <decisionTable id="t"><input id="i"><inputExpression id="ie"><text>amount</text></inputExpression></input>
              <output id="o" name="o"/>
              <rule id="r"><inputEntry id="e1"><text>&gt;&gt; 5</text></inputEntry><outputEntry id="e2"><text>1</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
    assertThat(check("d.dmn", dmn))
        .extracting(each -> each.severity() + " " + each.rule() + " " + each.elementId())
        .contains("WARNING feel e1");
  }

  private List<ModelProblem> check(String file, String text) {
    return check(ModelBundle.of(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<ModelProblem> check(ModelBundle bundle) {
    return current.as(Actor.system(new TenantId("demo")), () -> validator.check(bundle));
  }

  private Answer validate(String xml) {
    String id = create(xml.replace("many-faults", Names.unique("faults")));
    return designer().post("/processes/" + id + "/validate").expect(200);
  }

  private String create(String xml) {
    return designer()
        .post("/processes", Map.of("name", Names.unique("model"), "bpmnXml", xml))
        .expect(201)
        .at("/id");
  }

  private Caller designer() {
    return api.as("designer", Roles.DESIGNER);
  }

  private static List<String> errors(Answer answer) {
    return problems(answer, "ERROR");
  }

  private static List<String> warnings(Answer answer) {
    return problems(answer, "WARNING");
  }

  private static List<String> problems(Answer answer, String severity) {
    List<String> found = new java.util.ArrayList<>();
    for (JsonNode each : answer.json().path("problems")) {
      if (each.path("severity").asText().equals(severity)) {
        found.add(each.path("rule").asText() + " " + each.path("elementId").asText());
      }
    }
    return found;
  }

  private static String model(String file) throws IOException {
    return Files.readString(Path.of("src/test/resources/models", file));
  }
}
