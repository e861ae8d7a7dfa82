package io.flowmaster.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.platform.InvalidValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpinVariablesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private final SpinVariables variables = new SpinVariables(JSON);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "0",
        "-2147483648",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-123456789012345678901234567890",
        "1200.5",
        "0.1",
        "1.0",
        "0.12345678901234567890123456789",
        "\"\"",
        "\"Köln 🚚 \\\" \\\\ \\n\"",
        "[]",
        "{}",
        "{\"name\":\"Ana\",\"tags\":[1,2.5,null,{\"deep\":true}],\"id\":12345678901234567890}"
      })
  void aValueComesBackAsItWas(String text) {
    JsonNode value = json(text);
    VariableMap engine = variables.toEngine(Map.of("v", value));
    assertThat(variables.toJson(engine).get("v")).isEqualTo(value);
  }

  @Test
  void aNumberIsHeldByTheSmallestTypeThatKeepsItsDigits() {
    assertThat(engineValue("7")).isEqualTo(7);
    assertThat(engineValue("2147483648")).isEqualTo(2147483648L);
    assertThat(engineValue("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(engineValue("1200.5")).isEqualTo(1200.5);
    assertThat(engineValue("0.12345678901234567890"))
        .isEqualTo(new BigDecimal("0.1234567890123456789"));
  }

  @Test
  void aDateOfTheEngineIsAnInstantInUtc() {
    assertThat(variables.toJson(Variables.dateValue(new Date(0))))
        .isEqualTo(TextNode.valueOf("1970-01-01T00:00:00Z"));
  }

  @Test
  void whatHasNoJsonFormIsLeftOut() {
    VariableMap engine =
        Variables.createVariables()
            .putValueTyped("file", Variables.fileValue("a.txt").file(new byte[] {1}).create())
            .putValueTyped("bytes", Variables.byteArrayValue(new byte[] {1}))
            .putValueTyped(
                "java",
                Variables.serializedObjectValue("rO0AB")
                    .serializationDataFormat("application/x-java-serialized-object")
                    .objectTypeName("x.Y")
                    .create())
            .putValueTyped("kept", Variables.stringValue("yes"));
    assertThat(variables.toJson(engine)).containsOnlyKeys("kept");
  }

  @Test
  void anObjectThatAWorkerSentAsJsonIsJson() {
    assertThat(
            variables.toJson(
                Variables.serializedObjectValue("{\"a\":1}")
                    .serializationDataFormat("application/json")
                    .objectTypeName("com.acme.Order")
                    .create()))
        .isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void aNameHasBounds() {
    refused("", json("1"), "name");
    refused("x".repeat(256), json("1"), "name");
    refused("a\0b", json("1"), "name");
    assertThat(variables.toEngine(Map.of("x".repeat(255), json("1")))).hasSize(1);
  }

  @Test
  void aValueHasBounds() {
    refused("v", TextNode.valueOf("x".repeat(1_048_577)), "1048576 characters");
    refused("v", json("[".repeat(51) + "]".repeat(51)), "deeper");
    refused("v", json("1e999999999"), "digits");
    refused("v", json("{\"a\":[\"\\u0000\"]}"), "NUL");
    refused("v", json("{\"\\u0000\":1}"), "NUL");
    refused("v", TextNode.valueOf("\ud83d"), "surrogate");
    refused("v", TextNode.valueOf("\ude9a\ud83d"), "surrogate");
    assertThat(variables.toEngine(Map.of("v", json("[".repeat(50) + "]".repeat(50))))).hasSize(1);
  }

  @Test
  void allTogetherHaveBounds() {
    Map<String, JsonNode> many = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      many.put("v" + i, json("1"));
    }
    assertThatThrownBy(() -> variables.toEngine(many)).isInstanceOf(InvalidValue.class);
    Map<String, JsonNode> large = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      large.put("v" + i, TextNode.valueOf("x".repeat(1_048_576)));
    }
    assertThatThrownBy(() -> variables.toEngine(large))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("4194304");
  }

  private void refused(String name, JsonNode value, String why) {
    assertThatThrownBy(() -> variables.toEngine(Map.of(name, value)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(why);
  }

  private Object engineValue(String text) {
    return variables.toEngine(Map.of("v", json(text))).get("v");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
