package io.flowmaster.processes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.processes.ModelProblem;
import io.flowmaster.processes.ModelProblem.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRulesTest {
  private static final ModelRules RULES = ModelRules.all();

  @Test
  void aCompleteModelHasNoFindings() {
    assertThat(
            findings(
                """
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
                <userTask id="work" name="Work" camunda:assignee="ana" camunda:formKey="embedded:x"/>
                <sequenceFlow id="f2" sourceRef="work" targetRef="end"/><endEvent id="end"/>
                """,
                "start",
                "work",
                "end"))
        .isEmpty();
  }

  @Test
  void whatIsDeclaredToThePlatformIsReadAndNamesWhatIsThere() {
    String task =
        "<userTask id=\"work\"><extensionElements><camunda:properties>%s</camunda:properties></extensionElements></userTask><userTask id=\"other\"/>";
    String property = "<camunda:property name=\"flowmaster:%s\" value=\"%s\"/>";
    assertThat(rules(task.formatted(property.formatted("fourEyes", "other, gone"))))
        .contains("four-eyes work");
    assertThat(
            rules(
                task.formatted(
                    property.formatted("fourEyes", "other")
                        + property.formatted("due", "P1D")
                        + property.formatted("calendar", "berlin")
                        + property.formatted("sla", "PT8H")
                        + property.formatted("slaWarnAt", "75%")
                        + property.formatted("escalateNotStarted", "PT4H to managers, P1D")
                        + property.formatted(
                            "escalateNotFinished", "PT0S; P1D after creation to heads"))))
        .doesNotContain("four-eyes work", "task-declaration work", "unknown-declaration work")
        .doesNotContain("escalation-without-due-date work");
    for (String wrong :
        List.of(
            property.formatted("due", "P1M"),
            property.formatted("slaWarnAt", "120%"),
            property.formatted("calendar", "Big Office"),
            property.formatted("escalateNotStarted", "soon to managers"))) {
      assertThat(rules(task.formatted(wrong))).contains("task-declaration work");
    }
    assertThat(rules(task.formatted(property.formatted("escalateNotFinished", "PT1H"))))
        .contains("escalation-without-due-date work");
    assertThat(rules(task.formatted(property.formatted("fourEye", "other"))))
        .contains("unknown-declaration work");
  }

  @Test
  void aProcessNeedsAStartEventAndAnEnd() {
    assertThat(rules("<userTask id=\"work\"/>")).contains("start-event p", "implicit-end work");
  }

  @Test
  void twoPlainStartEventsAreOneTooMany() {
    assertThat(rules("<startEvent id=\"a\"/><startEvent id=\"b\"/>"))
        .contains("single-start-event p");
  }

  @Test
  void whatNoTokenReachesIsNamed() {
    assertThat(
            rules(
                """
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="end"/><endEvent id="end"/>
                <manualTask id="lost"/><sequenceFlow id="f2" sourceRef="lost" targetRef="end"/>
                """))
        .contains("reachable lost")
        .doesNotContain("reachable end");
  }

  @Test
  void boundaryEventsCompensationAndEventSubprocessesAreReached() {
    assertThat(
            rules(
                """
                <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="host"/>
                <userTask id="host"/><boundaryEvent id="late" attachedToRef="host"><timerEventDefinition id="t"><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
                <sequenceFlow id="f2" sourceRef="late" targetRef="after"/><manualTask id="after"/>
                <serviceTask id="undo" isForCompensation="true" camunda:expression="${true}"/>
                <subProcess id="event" triggeredByEvent="true"><startEvent id="s2"/></subProcess>
                """))
        .noneMatch(rule -> rule.startsWith("reachable"));
  }

  @Test
  void anExclusiveSplitNeedsConditions() {
    String split =
        """
        <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
        <exclusiveGateway id="split"/>
        <sequenceFlow id="f1" sourceRef="split" targetRef="a">%s</sequenceFlow>
        <sequenceFlow id="f2" sourceRef="split" targetRef="b">%s</sequenceFlow>
        <endEvent id="a"/><endEvent id="b"/>
        """;
    String condition = "<conditionExpression>${ok}</conditionExpression>";
    assertThat(fatal(split.formatted("", "")))
        .contains("gateway-condition f1", "gateway-condition f2");
    assertThat(fatal(split.formatted(condition, ""))).isEmpty();
    assertThat(rules(split.formatted(condition, condition))).contains("gateway-default split");
  }

  @Test
  void aParallelJoinBehindAnExclusiveSplitWaitsForever() {
    String join =
        """
        <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
        <%s id="split"/>
        <sequenceFlow id="f1" sourceRef="split" targetRef="a"><conditionExpression>${a}</conditionExpression></sequenceFlow>
        <sequenceFlow id="f2" sourceRef="split" targetRef="b"><conditionExpression>${b}</conditionExpression></sequenceFlow>
        <manualTask id="a"/><manualTask id="b"/>
        <sequenceFlow id="f3" sourceRef="a" targetRef="join"/><sequenceFlow id="f4" sourceRef="b" targetRef="join"/>
        <parallelGateway id="join"/><sequenceFlow id="f5" sourceRef="join" targetRef="end"/><endEvent id="end"/>
        """;
    assertThat(rules(join.formatted("exclusiveGateway"))).contains("join-deadlock join");
    assertThat(rules(join.formatted("inclusiveGateway"))).doesNotContain("join-deadlock join");
    assertThat(rules(join.formatted("parallelGateway"))).contains("ignored-condition f1");
  }

  @Test
  void aPersonMustFindTheTaskAndHaveAForm() {
    assertThat(rules("<userTask id=\"ask\"/>"))
        .contains("user-task-assignment ask", "user-task-form ask", "label ask");
  }

  @Test
  void aMachineMustBeToldWhatToDo() {
    assertThat(
            fatal(
                """
                <serviceTask id="a"/><sendTask id="b"/><businessRuleTask id="c"/><callActivity id="d"/>
                <serviceTask id="e" camunda:type="external"/>
                <serviceTask id="ok" camunda:type="external" camunda:topic="mail"/>
                <businessRuleTask id="ok2" camunda:decisionRef="risk"/>
                """))
        .contains(
            "implementation a",
            "implementation b",
            "implementation c",
            "called-element d",
            "external-task-topic e")
        .noneMatch(rule -> rule.endsWith(" ok") || rule.endsWith(" ok2"));
  }

  @Test
  void referencesMustBeInTheFile() {
    assertThat(
            fatal(
                """
                <sequenceFlow id="f1" sourceRef="gone" targetRef="away"/>
                <boundaryEvent id="b" attachedToRef="f1"/>
                <intermediateCatchEvent id="m"><messageEventDefinition id="d" messageRef="none"/></intermediateCatchEvent>
                <intermediateCatchEvent id="s"><signalEventDefinition id="d2"/></intermediateCatchEvent>
                """))
        .contains(
            "sequence-flow-ends f1",
            "boundary-event-host b",
            "message-reference m",
            "signal-reference s");
  }

  @ParameterizedTest
  @CsvSource({
    "timeDuration, PT15M, true",
    "timeDuration, P1Y2M3DT4H5M6S, true",
    "timeDuration, P2W, true",
    "timeDuration, tomorrow, false",
    "timeDuration, P, false",
    "timeDate, 2030-01-31T08:00:00Z, true",
    "timeDate, 2030-01-31T08:00:00+01:00, true",
    "timeDate, 31.01.2030, false",
    "timeCycle, R3/PT10M, true",
    "timeCycle, 0 0 8 * * ?, true",
    "timeCycle, 0 0 1 ? * * *, true",
    "timeCycle, weekly, false",
    "timeDuration, ${delay}, true"
  })
  void aTimeMustBeReadable(String sort, String text, boolean readable) {
    List<String> found =
        rules(
            "<intermediateCatchEvent id=\"wait\"><timerEventDefinition id=\"t\"><%s>%s</%s></timerEventDefinition></intermediateCatchEvent>"
                .formatted(sort, text, sort));
    assertThat(found.contains("timer wait")).isEqualTo(!readable);
  }

  @Test
  void feelIsReadBeforeItRuns() {
    String flow =
        "<sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"><conditionExpression language=\"feel\">%s</conditionExpression></sequenceFlow>";
    assertThat(rules(flow.formatted("amount &gt; 5 and"))).contains("feel f");
    assertThat(rules(flow.formatted("amount &gt; 5"))).doesNotContain("feel f");
  }

  @Test
  void anIdIsUsedOnce() {
    assertThat(fatal("<manualTask id=\"same\"/><manualTask id=\"same\"/>"))
        .contains("duplicate-id same");
  }

  @Test
  void whatIsNotDrawnIsNotSeen() {
    assertThat(
            findings("<manualTask id=\"seen\" name=\"Seen\"/><manualTask id=\"hidden\"/>", "seen"))
        .extracting(problem -> problem.rule() + " " + problem.elementId())
        .contains("diagram-shape hidden")
        .doesNotContain("diagram-shape seen");
  }

  @Test
  void everyFindingSaysWhereItIsAndWhatToDo() {
    assertThat(findings("<userTask id=\"ask\" name=\"Ask\"/>"))
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
              assertThat(problem.message()).matches("(?s)[A-Z\"<].*\\.");
            });
  }

  @Test
  void nothingIsExecutableOnlyIfNoProcessIs() {
    String file = model("<startEvent id=\"s\"/>").replace("isExecutable=\"true\"", "");
    ModelBundle drawing = ModelBundle.of("m.bpmn", file.getBytes(StandardCharsets.UTF_8));
    assertThat(ModelInspection.of(drawing, RULES).found())
        .filteredOn(ModelProblem::fatal)
        .extracting(ModelProblem::rule)
        .contains("process-executable");
  }

  private static List<String> rules(String elements) {
    return findings(elements).stream().map(each -> each.rule() + " " + each.elementId()).toList();
  }

  private static List<String> fatal(String elements) {
    return findings(elements).stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(each -> each.rule() + " " + each.elementId())
        .toList();
  }

  private static List<ModelProblem> findings(String elements, String... drawn) {
    byte[] content = model(elements, drawn).getBytes(StandardCharsets.UTF_8);
    return ModelInspection.of(ModelBundle.of("m.bpmn", content), RULES).found();
  }

  private static String model(String elements, String... drawn) {
    StringBuilder shapes = new StringBuilder();
    for (String id : drawn) {
      shapes.append("<di:BPMNShape id=\"%s_di\" bpmnElement=\"%s\"/>".formatted(id, id));
    }
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
      <process id="p" isExecutable="true">
    %s
      </process>
      <di:BPMNDiagram id="d">%s</di:BPMNDiagram>
    </definitions>
    """
        .formatted(elements, shapes);
  }
}
