package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.ExpressionFailed;
import io.flowmaster.platform.Feel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The input parameters of a service task, with FEEL evaluated over its other variables. */
final class TaskValues {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Feel feel;
  private final Map<String, JsonNode> parameters = new HashMap<>();
  private final Map<String, JsonNode> variables = new HashMap<>();

  TaskValues(Feel feel, Map<String, JsonNode> all) {
    this.feel = feel;
    all.forEach(
        (name, value) -> (TaskParameters.isOne(name) ? parameters : variables).put(name, value));
  }

  /** The text of a parameter; null when absent or empty. */
  @Nullable String text(String parameter) {
    JsonNode value = value(parameters.get(parameter));
    return value == null || value.isNull() || value.asText().isBlank() ? null : value.asText();
  }

  /**
   * What an expression makes of the variables and more, with or without {@code =}; null when there
   * is no expression.
   *
   * @throws ExpressionFailed when it cannot be evaluated
   */
  @Nullable JsonNode evaluated(String parameter, Map<String, JsonNode> more) {
    JsonNode given = parameters.get(parameter);
    if (given == null || !given.isTextual() || given.asText().isBlank()) {
      return null;
    }
    Map<String, JsonNode> known = new HashMap<>(variables);
    known.putAll(more);
    return feel.evaluate(given.asText().strip().replaceFirst("^=", ""), known);
  }

  /** The parameters of a prefix as one object; what a schema wants as a number becomes one. */
  ObjectNode members(String prefix, JsonNode schema) {
    ObjectNode members = JSON.createObjectNode();
    parameters.forEach(
        (name, given) -> {
          if (name.startsWith(prefix)) {
            String member = name.substring(prefix.length());
            JsonNode value = value(given);
            if (value != null && !value.isNull() && !isEmptyText(value)) {
              members.set(member, typed(value, schema.path("properties").path(member)));
            }
          }
        });
    return members;
  }

  private static boolean isEmptyText(JsonNode value) {
    return value.isTextual() && value.textValue().isEmpty();
  }

  private @Nullable JsonNode value(@Nullable JsonNode given) {
    return given != null && given.isTextual() && given.asText().startsWith("=")
        ? feel.evaluate(given.asText().substring(1).strip(), variables)
        : given;
  }

  /**
   * Models hold text alone: {@code 20} is a number where one is asked for, {@code {…}} an object.
   */
  private static JsonNode typed(JsonNode value, JsonNode schema) {
    String type = schema.path("type").asText("");
    if (!value.isTextual() || type.isEmpty() || type.equals("string")) {
      return value;
    }
    try {
      JsonNode read = JSON.readTree(value.asText());
      return read.isMissingNode() || read.isTextual() ? value : read;
    } catch (JsonProcessingException plainText) {
      return value;
    }
  }
}
