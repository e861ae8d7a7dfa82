package io.flowmaster.tools.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.tools.ToolNames;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aFormSaysWhatItTakes() throws Exception {
    JsonNode schema =
        FormSchemas.variables(
            JSON.readTree(
                """
                {"components": [
                  {"type": "text", "text": "# Order"},
                  {"type": "textfield", "key": "customer.name", "label": "Who", "validate": {"required": true, "maxLength": 40}},
                  {"type": "textfield", "key": "city", "validate": {"required": true, "pattern": "^[A-Z]"}},
                  {"type": "number", "key": "units", "decimalDigits": 0, "validate": {"required": true, "min": 1, "max": "=limit"}},
                  {"type": "number", "key": "price", "validate": {"required": true}, "conditional": {"hide": "=units < 2"}},
                  {"type": "select", "key": "size", "values": [{"label": "Small", "value": "s"}, {"label": "Large", "value": "l"}]},
                  {"type": "taglist", "key": "tags", "values": [{"value": "a"}]},
                  {"type": "datetime", "key": "when", "subtype": "date"},
                  {"type": "checkbox", "key": "gift", "readonly": true},
                  {"type": "dynamiclist", "path": "lines", "components": [{"type": "checkbox", "key": "urgent"}]}
                ]}"""));
    assertThat(schema.at("/required").toString()).isEqualTo("[\"city\",\"units\"]");
    assertThat(schema.at("/properties/customer/properties/name/maxLength").asInt()).isEqualTo(40);
    assertThat(schema.at("/properties/city/pattern").asText()).isEqualTo("^[A-Z]");
    assertThat(schema.at("/properties/units").toString())
        .isEqualTo("{\"type\":\"integer\",\"minimum\":1}");
    assertThat(schema.at("/properties/size/enum").toString()).isEqualTo("[\"s\",\"l\"]");
    assertThat(schema.at("/properties/tags/items/enum/0").asText()).isEqualTo("a");
    assertThat(schema.at("/properties/when/format").asText()).isEqualTo("date");
    assertThat(schema.at("/properties/lines/items/properties/urgent/type").asText())
        .isEqualTo("boolean");
    assertThat(schema.at("/properties").has("gift")).isFalse();
  }

  @Test
  void theFormOfThePlainStartIsTheProcesss() throws Exception {
    String bpmn =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="other"><startEvent id="a" camunda:formRef="wrong"/></process>
          <process id="order">
            <startEvent id="m"><messageEventDefinition/></startEvent>
            <startEvent id="s" camunda:formRef="ask"/>
          </process>
        </definitions>""";
    byte[] zip =
        zip(
            "order.bpmn",
            bpmn,
            "a.form",
            "{\"id\":\"wrong\"}",
            "b.form",
            "{\"id\":\"ask\",\"components\":[{\"type\":\"checkbox\",\"key\":\"ok\"}]}");
    StartForms forms = new StartForms(JSON);
    assertThat(forms.schema(zip, "order").orElseThrow().at("/properties/ok/type").asText())
        .isEqualTo("boolean");
    assertThat(forms.schema(zip, "nobody")).isEmpty();
    String entity =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>";
    assertThat(forms.schema(zip("x.bpmn", entity), "order")).isEmpty();
  }

  @Test
  void aDecisionSaysWhatItNeedsFromOutside() {
    String dmn =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
          <decision id="level" name="level"><decisionTable>
            <input label="Order value"><inputExpression typeRef="number"><text>order.value</text></inputExpression></input>
            <input><inputExpression typeRef="string"><text>tier</text></inputExpression><inputValues><text>"gold", "silver"</text></inputValues></input>
            <output name="risk"/></decisionTable></decision>
          <decision id="approve"><decisionTable>
            <input><inputExpression><text>risk</text></inputExpression></input>
            <input><inputExpression><text>count(items) &gt; 3</text></inputExpression></input>
            <output name="by"/></decisionTable></decision>
        </definitions>""";
    DecisionInputs inputs = DecisionInputs.of(dmn.getBytes(StandardCharsets.UTF_8));
    assertThat(inputs.decisions()).containsExactly("level", "approve");
    JsonNode schema = inputs.schema();
    assertThat(schema.at("/properties/order/properties/value").toString())
        .isEqualTo("{\"title\":\"Order value\",\"type\":\"number\"}");
    assertThat(schema.at("/properties/tier/enum").toString()).isEqualTo("[\"gold\",\"silver\"]");
    assertThat(schema.at("/properties")).hasSize(2);
  }

  @Test
  void aNameIsStableAndNeverSharedByTwoKeys() {
    assertThat(ToolNames.of("start_", "merchant-onboarding"))
        .isEqualTo("start_merchant-onboarding");
    String dotted = ToolNames.of("start_", "a.b");
    assertThat(dotted).startsWith("start_a-b_").isEqualTo(ToolNames.of("start_", "a.b"));
    assertThat(dotted).isNotEqualTo(ToolNames.of("start_", "a:b"));
    assertThat(ToolNames.of("start_", "x".repeat(200))).hasSize(64);
  }

  private static byte[] zip(String... namesAndTexts) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
