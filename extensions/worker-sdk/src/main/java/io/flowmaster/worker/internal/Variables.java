package io.flowmaster.worker.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.client.variable.ClientValues;
import org.camunda.bpm.client.variable.value.JsonValue;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Process variables as one JSON object, and back. Objects and arrays travel as JSON values. */
final class Variables {
  private final ObjectMapper json;

  Variables(ObjectMapper json) {
    this.json = json;
  }

  /** Values without a JSON form (files, bytes, other serializations) are left out. */
  ObjectNode toJson(VariableMap variables) {
    ObjectNode object = json.createObjectNode();
    for (String name : variables.keySet()) {
      JsonNode node = toJson(variables.<TypedValue>getValueTyped(name));
      if (node != null) {
        object.set(name, node);
      }
    }
    return object;
  }

  /**
   * The members of a record, bean or map as typed variables.
   *
   * @throws IllegalArgumentException when it is not an object, or a number cannot be kept exactly
   */
  Map<String, Object> toVariables(@Nullable Object result) {
    Map<String, Object> variables = new LinkedHashMap<>();
    if (result == null) {
      return variables;
    }
    JsonNode tree = json.valueToTree(result);
    if (!tree.isObject()) {
      throw new IllegalArgumentException(
          "A worker returns a record or a map, whose members become variables; this returned "
              + result.getClass().getName());
    }
    tree.properties().forEach(e -> variables.put(e.getKey(), typed(e.getKey(), e.getValue())));
    return variables;
  }

  private @Nullable JsonNode toJson(TypedValue value) {
    if (value instanceof ObjectValue object) {
      boolean readable =
          ClientValues.SerializationDataFormats.JSON
              .getName()
              .equals(object.getSerializationDataFormat());
      return readable ? read(object.getValueSerialized()) : null;
    }
    if (value instanceof JsonValue text) {
      return read(text.getValue());
    }
    if (value instanceof FileValue || value.getValue() instanceof byte[]) {
      return null;
    }
    Object plain = value.getValue();
    return json.valueToTree(plain instanceof Date date ? date.toInstant().toString() : plain);
  }

  private JsonNode read(@Nullable String text) {
    try {
      return text == null ? json.nullNode() : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A variable is not valid JSON", e);
    }
  }

  private static TypedValue typed(String name, JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> ClientValues.untypedNullValue();
      case BOOLEAN -> ClientValues.booleanValue(node.booleanValue());
      case STRING, BINARY -> ClientValues.stringValue(node.asText());
      case NUMBER -> number(name, node);
      default -> ClientValues.jsonValue(node.toString());
    };
  }

  private static TypedValue number(String name, JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return ClientValues.integerValue(node.intValue());
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return ClientValues.longValue(node.longValue());
    }
    double nearest = node.doubleValue();
    if (!Double.isFinite(nearest)
        || BigDecimal.valueOf(nearest).compareTo(node.decimalValue()) != 0) {
      throw new IllegalArgumentException(
          "The number " + name + " has more digits than the engine keeps; return it as text");
    }
    return ClientValues.doubleValue(nearest);
  }
}
