package io.flowmaster.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.prompts.InvalidPrompt;
import io.flowmaster.prompts.PromptDiff.Kind;
import io.flowmaster.prompts.PromptDiff.Line;
import io.flowmaster.prompts.PromptVariable;
import io.flowmaster.prompts.PromptVariable.Type;
import io.flowmaster.prompts.UnfitVariables;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StrictTemplatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UnaryOperator<String> NONE =
      name -> {
        throw new AssertionError(name);
      };
  private final StrictTemplates templates = new StrictTemplates(JSON);

  private static PromptVariable variable(String name, Type type) {
    return new PromptVariable(name, type, null, null);
  }

  private static Map<String, JsonNode> given(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String render(String template, List<PromptVariable> declared, String json) {
    return templates.render(template, declared, given(json), NONE);
  }

  @Test
  void valuesStandAsTheyAre() {
    String text =
        render(
            "{{who}} & {{#items}}[{{name}}: {{amount}}]{{/items}}{{^items}}nothing{{/items}}",
            List.of(variable("who", Type.STRING), variable("items", Type.ARRAY)),
            "{\"who\":\"<Ana>\",\"items\":[{\"name\":\"a\",\"amount\":1.50},{\"name\":\"b\",\"amount\":2}]}");
    assertThat(text).isEqualTo("<Ana> & [a: 1.5][b: 2]");
  }

  @Test
  void nothingMayBeMissingUnknownOrOfAnotherType() {
    List<PromptVariable> declared =
        List.of(
            variable("a", Type.STRING),
            variable("b", Type.NUMBER),
            new PromptVariable("c", Type.STRING, null, new TextNode("C")));
    assertThat(render("{{a}}{{b}}{{c}}", declared, "{\"a\":\"A\",\"b\":2}")).isEqualTo("A2C");
    assertThatThrownBy(() -> render("{{a}}", declared, "{\"b\":\"2\",\"d/e\":1}"))
        .isInstanceOfSatisfying(
            UnfitVariables.class,
            e ->
                assertThat(e.errors())
                    .extracting("pointer")
                    .containsExactly("/variables/a", "/variables/b", "/variables/d~1e"));
    assertThatThrownBy(
            () ->
                render(
                    "{{#x}}{{y}}{{/x}}", List.of(variable("x", Type.ARRAY)), "{\"x\":[{\"z\":1}]}"))
        .isInstanceOf(InvalidPrompt.class);
  }

  @Test
  void aTemplateSeesValuesAndNoObjects() {
    List<PromptVariable> declared = List.of(variable("a", Type.STRING));
    for (String each : List.of("{{a.class.name}}", "{{a.length}}", "{{a.getBytes}}")) {
      assertThatThrownBy(() -> render(each, declared, "{\"a\":\"A\"}"))
          .as(each)
          .isInstanceOf(InvalidPrompt.class);
    }
  }

  @Test
  void othersAreIncludedAndEndlessOnesRefused() {
    List<PromptVariable> declared = List.of(variable("a", Type.STRING));
    assertThat(
            templates.render(
                "{{> tone}}!",
                declared,
                given("{\"a\":\"A\"}"),
                name -> name.equals("tone") ? "Be kind, {{a}}" : "?"))
        .isEqualTo("Be kind, A!");
    assertThatThrownBy(
            () ->
                templates.render("{{> me}}", declared, given("{\"a\":\"A\"}"), name -> "{{> me}}"))
        .isInstanceOf(InvalidPrompt.class);
    assertThatThrownBy(
            () ->
                render(
                    "{{#x}}{{#x}}{{#x}}{{#x}}{{#x}}{{.}}{{/x}}{{/x}}{{/x}}{{/x}}{{/x}}",
                    List.of(variable("x", Type.ARRAY)),
                    "{\"x\":[1,2,3,4,5,6,7,8,9,10]}"))
        .isInstanceOf(InvalidPrompt.class);
  }

  @Test
  void aTemplateSaysWhatItUses() {
    StrictTemplates.Mentioned mentioned =
        templates.mentioned(
            "{{a}} {{b.c}} {{#d}}{{inner}}{{/d}} {{^e}}{{f}}{{/e}} {{> other@3}} {{! not this }}");
    assertThat(mentioned.variables()).containsExactly("a", "b", "d", "e", "f");
    assertThat(mentioned.includes()).containsExactly("other@3");
    assertThatThrownBy(() -> templates.mentioned("{{#a}}")).isInstanceOf(InvalidPrompt.class);
  }

  @Test
  void linesAreComparedInTheirOrder() {
    assertThat(LineDiff.lines(List.of("a", "b", "c"), List.of("a", "c", "d")))
        .containsExactly(
            new Line(Kind.BOTH, "a"),
            new Line(Kind.REMOVED, "b"),
            new Line(Kind.BOTH, "c"),
            new Line(Kind.ADDED, "d"));
  }
}
