package io.flowmaster.engine.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.platform.InvalidValue;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * JSON objects and arrays become Spin JSON values; the rest becomes the engine's own primitive
 * types.
 */
@Component
class SpinVariables implements EngineVariables {
  private static final int LONGEST_NAME = 255;
  private final ObjectMapper json;

  SpinVariables(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public VariableMap toEngine(Map<String, JsonNode> variables) {
    VariableMap map = Variables.createVariables();
    variables.forEach((name, value) -> map.putValueTyped(checked(name), value(value)));
    return map;
  }

  @Override
  public Map<String, JsonNode> toJson(VariableMap variables) {
    Map<String, JsonNode> map = new LinkedHashMap<>();
    for (String name : variables.keySet()) {
      JsonNode value = toJson(variables.<TypedValue>getValueTyped(name));
      if (!value.isMissingNode()) {
        map.put(name, value);
      }
    }
    return map;
  }

  @Override
  public JsonNode toJson(@Nullable TypedValue value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    if (value instanceof SerializableValue serialized) {
      return read(serialized.getValueSerialized());
    }
    Object plain = value.getValue();
    return plain instanceof SpinJsonNode node ? read(node.toString()) : json.valueToTree(plain);
  }

  private static TypedValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> Variables.untypedNullValue();
      case BOOLEAN -> Variables.booleanValue(node.booleanValue());
      case STRING -> Variables.stringValue(node.textValue());
      case NUMBER -> number(node);
      default -> SpinValues.jsonValue(node.toString()).create();
    };
  }

  private static TypedValue number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToInt()
          ? Variables.integerValue(node.intValue())
          : Variables.longValue(node.longValue());
    }
    return Variables.doubleValue(node.doubleValue());
  }

  private static String checked(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InvalidValue(
          "variable-name", "A variable's name has 1 to " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private JsonNode read(@Nullable String text) {
    try {
      return text == null ? NullNode.getInstance() : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
