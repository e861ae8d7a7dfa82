package io.flowmaster.engine.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.engine.EngineVariables;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * JSON objects and arrays become Spin JSON values; the rest becomes the engine's own primitive
 * types and {@link ExactNumber}.
 */
@Component
class SpinVariables implements EngineVariables {
  private final ObjectMapper json;

  SpinVariables(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public VariableMap toEngine(Map<String, JsonNode> variables) {
    VariableLimits.check(variables);
    VariableMap map = Variables.createVariables();
    variables.forEach((name, value) -> map.putValueTyped(name, value(value)));
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
    return value instanceof SerializableValue stored ? stored(stored) : plain(value.getValue());
  }

  private JsonNode stored(SerializableValue value) {
    boolean readable =
        value instanceof JsonValue
            || value instanceof ObjectValue object
                && Variables.SerializationDataFormats.JSON
                    .getName()
                    .equals(object.getSerializationDataFormat());
    if (value.isDeserialized() && value.getValueSerialized() == null) {
      return plain(value.getValue());
    }
    return readable ? read(value.getValueSerialized()) : MissingNode.getInstance();
  }

  private JsonNode plain(@Nullable Object value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    if (value instanceof String text) {
      return TextNode.valueOf(text);
    }
    if (value instanceof Boolean truth) {
      return BooleanNode.valueOf(truth);
    }
    if (value instanceof Number number) {
      return json.valueToTree(number);
    }
    if (value instanceof Date date) {
      return TextNode.valueOf(date.toInstant().toString());
    }
    return value instanceof SpinJsonNode node ? read(node.toString()) : MissingNode.getInstance();
  }

  private static TypedValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> Variables.untypedNullValue();
      case BOOLEAN -> Variables.booleanValue(node.booleanValue());
      case STRING -> Variables.stringValue(node.textValue());
      case NUMBER -> ExactNumber.typed(ExactNumber.of(node), false);
      default -> SpinValues.jsonValue(node.toString()).create();
    };
  }

  private JsonNode read(@Nullable String text) {
    try {
      return text == null ? NullNode.getInstance() : json.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
