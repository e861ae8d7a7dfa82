package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRefused;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.Evaluator;
import io.flowmaster.rules.EvaluatorChoice;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.feel.FeelEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class EvaluatorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String V13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final String V15 = "https://www.omg.org/spec/DMN/20230324/MODEL/";
  private static final ListeningDmnEngine ENGINE =
      new ListeningDmnEngine(new StaticListableBeanFactory().getBeanProvider(FeelEngine.class));
  private static final RulesProperties PROPERTIES =
      new RulesProperties(Duration.ofSeconds(30), Duration.ofSeconds(60), 4, 50);
  private final DmnCompiler compiler = new DmnCompiler(ENGINE, PROPERTIES);

  @Test
  void aCamundaTableStaysWithTheEngine() {
    String model = model(V13, "exporter='Camunda Modeler'", table("FIRST", ""));
    assertThat(evaluator(model)).isEqualTo(Evaluator.CAMUNDA);
  }

  @Test
  void aPlainTableOfDmn13StaysWithTheEngine() {
    assertThat(evaluator(model(V13, "", table("FIRST", "")))).isEqualTo(Evaluator.CAMUNDA);
  }

  @Test
  void dmn15AndOtherToolsGoByTheStandard() {
    assertThat(evaluator(model(V15, "", table("FIRST", "")))).isEqualTo(Evaluator.STANDARD);
    assertThat(evaluator(model(V13, "exporter='Another Tool'", table("FIRST", ""))))
        .isEqualTo(Evaluator.STANDARD);
    assertThat(
            evaluator(
                model(V15, "exporter='dmn-js (https://demo.bpmn.io/dmn)'", table("FIRST", ""))))
        .isEqualTo(Evaluator.CAMUNDA);
  }

  @Test
  void whatTheEngineRefusesGoesByTheStandardWhoeverMadeIt() {
    String values = "<outputValues><text>\"high\",\"low\"</text></outputValues>";
    for (String policy : new String[] {"PRIORITY", "OUTPUT ORDER"}) {
      String model = model(V13, "exporter='Camunda Modeler'", table(policy, values));
      assertThat(evaluator(model)).as(policy).isEqualTo(Evaluator.STANDARD);
    }
    String table = model(V13, "exporter='Camunda Modeler'", table("PRIORITY", values));
    Evaluation evaluation = evaluate(table, "k", "{\"x\": 7}");
    assertThat(evaluation.result()).isEqualTo(json("{\"y\":\"high\"}"));
    assertThat(evaluation.evaluator()).isEqualTo(Evaluator.STANDARD);
    assertThat(evaluation.matchedRules()).singleElement().extracting("ruleId").isEqualTo("r2");
    assertThat(evaluate(model(V13, "", table("OUTPUT ORDER", values)), "k", "{\"x\": 7}").result())
        .isEqualTo(json("[{\"y\":\"high\"},{\"y\":\"low\"}]"));
  }

  @Test
  void aDecisionThatRequiresOneOfTheStandardsIsTheStandardsToo() {
    String model =
        model(
            V13,
            "exporter='Camunda Modeler'",
            """
            <decision id="base" name="base"><variable name="base"/>
              <informationRequirement><requiredInput href="#in"/></informationRequirement>
              <context><contextEntry><variable name="a"/><literalExpression><text>x + 1</text></literalExpression></contextEntry></context></decision>
            <decision id="k" name="top"><variable name="top"/>
              <informationRequirement><requiredDecision href="#base"/></informationRequirement>
              <literalExpression><text>base.a * 2</text></literalExpression></decision>
            <decision id="alone" name="alone"><variable name="alone"/>
              <literalExpression><text>1 + 1</text></literalExpression></decision>
            <inputData id="in" name="x"><variable name="x" typeRef="number"/></inputData>
            """);
    assertThat(compiler.compiled(model, model).views())
        .extracting("id", "evaluator")
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("base", Evaluator.STANDARD),
            org.assertj.core.groups.Tuple.tuple("k", Evaluator.STANDARD),
            org.assertj.core.groups.Tuple.tuple("alone", Evaluator.CAMUNDA));
    Evaluation evaluation = evaluate(model, "k", "{\"x\": 20}");
    assertThat(evaluation.result()).hasToString("42");
    assertThat(evaluation.trace()).extracting("decisionId").containsExactly("base", "k");
  }

  @Test
  void aModelCanAskForAnEvaluator() {
    String plain = model(V13, "", table("FIRST", ""));
    String asking = ModelMarks.asking(plain, EvaluatorChoice.STANDARD);
    assertThat(evaluator(asking)).isEqualTo(Evaluator.STANDARD);
    assertThat(ModelMarks.asking(asking, EvaluatorChoice.AUTO)).isEqualTo(plain);
    assertThat(
            evaluator(
                ModelMarks.asking(model(V15, "", table("FIRST", "")), EvaluatorChoice.CAMUNDA)))
        .isEqualTo(Evaluator.CAMUNDA);
  }

  @Test
  void bothGiveTheSameShape() {
    String plain = model(V13, "", table("FIRST", ""));
    String standard = ModelMarks.asking(plain, EvaluatorChoice.STANDARD);
    for (String x : new String[] {"1", "7", "-3"}) {
      String facts = "{\"x\": %s}".formatted(x);
      Evaluation one = evaluate(plain, "k", facts);
      Evaluation other = evaluate(standard, "k", facts);
      assertThat(other.result()).as(x).isEqualTo(one.result());
      assertThat(other.matchedRules()).as(x).isEqualTo(one.matchedRules());
      assertThat(other.inputs()).as(x).isEqualTo(one.inputs());
    }
  }

  @Test
  void textsAreReadAsTheDatesThatTheModelDeclares() {
    String model =
        model(
            V15,
            "",
            """
            <itemDefinition name="tPerson"><itemComponent name="born"><typeRef>date</typeRef></itemComponent>
              <itemComponent isCollection="true" name="stays"><typeRef>days and time duration</typeRef></itemComponent></itemDefinition>
            <inputData id="in" name="person"><variable name="person" typeRef="tPerson"/></inputData>
            <decision id="k" name="k"><variable name="k"/><informationRequirement><requiredInput href="#in"/></informationRequirement>
              <literalExpression><text>[person.born.year, string(person.stays[2]), person.born + duration("P1D")]</text></literalExpression></decision>
            """);
    assertThat(
            evaluate(
                    model,
                    "k",
                    "{\"person\":{\"born\":\"2001-12-31\",\"stays\":[\"PT12H\",\"P2D\"]}}")
                .result())
        .hasToString("[2001,\"P2D\",\"2002-01-01\"]");
  }

  @Test
  void anExternalFunctionFindsNoClass() {
    String model =
        model(
            V15,
            "",
            """
            <decision id="k" name="k"><variable name="k"/>
              <literalExpression><text>{f: function(s) external {java: {class: "java.lang.System", method signature: "getProperty(java.lang.String)"}}, r: f("user.dir")}.r</text></literalExpression></decision>
            """);
    assertThatThrownBy(() -> evaluate(model, "k", "{}"))
        .isInstanceOf(io.flowmaster.platform.Problem.class);
  }

  @Test
  void flagsOfARegularExpressionAreNoQuery() {
    String model =
        model(
            V15,
            "",
            """
            <inputData id="in" name="flags"><variable name="flags" typeRef="string"/></inputData>
            <decision id="k" name="k"><variable name="k"/><informationRequirement><requiredInput href="#in"/></informationRequirement>
              <literalExpression><text>matches("AbC", "abc", flags)</text></literalExpression></decision>
            <decision id="r" name="r"><variable name="r"/><informationRequirement><requiredInput href="#in"/></informationRequirement>
              <literalExpression><text>replace("AbC", "b", "x", flags)</text></literalExpression></decision>
            """);
    assertThat(evaluate(model, "k", "{\"flags\":\"i\"}").result()).isEqualTo(json("true"));
    assertThat(evaluate(model, "r", "{\"flags\":\"i\"}").result()).isEqualTo(json("\"AxC\""));
    String query =
        "{\"flags\":\"'), unparsed-text-available('file:///etc/hostname') or matches('a','a','\"}";
    for (String decision : new String[] {"k", "r"}) {
      assertThatThrownBy(() -> evaluate(model, decision, query))
          .isInstanceOf(EvaluationRefused.class);
    }
  }

  @Test
  void aMissingInputOfTheStandardsIsNamed() {
    assertThatThrownBy(() -> evaluate(model(V15, "", table("FIRST", "")), "k", "{}"))
        .isInstanceOfSatisfying(
            EvaluationRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("inputs-missing");
              assertThat(refused.errors()).extracting("pointer").containsExactly("/variables/x");
            });
  }

  private Evaluator evaluator(String model) {
    return compiler.compiled(model, model).views().get(0).evaluator();
  }

  private Evaluation evaluate(String model, String decision, String facts) {
    DmnEvaluator evaluator =
        new DmnEvaluator(ENGINE, new DmnTrace(new RuleValues(JSON)), PROPERTIES);
    try {
      Map<String, JsonNode> variables = new LinkedHashMap<>();
      json(facts).properties().forEach(f -> variables.put(f.getKey(), f.getValue()));
      return evaluator.evaluate(
          compiler.compiled(model, model),
          "key",
          null,
          new EvaluationRequest(variables, null, decision));
    } finally {
      evaluator.destroy();
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String model(String namespace, String attributes, String content) {
    return "<definitions xmlns=\"%s\" id=\"d\" name=\"d\" namespace=\"t\" %s>%s</definitions>"
        .formatted(namespace, attributes, content);
  }

  private static String table(String policy, String values) {
    return """
        <inputData id="in" name="x"><variable name="x" typeRef="number"/></inputData>
        <decision id="k" name="K"><variable name="K"/><informationRequirement id="i"><requiredInput href="#in"/></informationRequirement>
          <decisionTable id="t" hitPolicy="%s"><input id="i1"><inputExpression id="ie" typeRef="number"><text>x</text></inputExpression></input>
          <output id="o1" name="y" typeRef="string">%s</output>
          <rule id="r1"><inputEntry id="a"><text>&gt; 0</text></inputEntry><outputEntry id="b"><text>"low"</text></outputEntry></rule>
          <rule id="r2"><inputEntry id="c"><text>&gt; 5</text></inputEntry><outputEntry id="e"><text>"high"</text></outputEntry></rule>
          </decisionTable></decision>
        """
        .formatted(policy, values);
  }
}
