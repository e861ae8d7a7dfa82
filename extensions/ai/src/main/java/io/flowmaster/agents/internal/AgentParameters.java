package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Feel;
import io.flowmaster.worker.FatalError;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service task's input parameters say; template and worker agree on these names. A value
 * that begins with {@code =} is FEEL over the variables of the task.
 */
final class AgentParameters {
  /** Id or name of the agent. */
  static final String AGENT = "agent";

  private static final String PREFIX = AGENT + ".";

  /** What it is asked. */
  static final String INPUT = PREFIX + "input";

  /** A context of what it may know of the case; all variables when absent. */
  static final String VARIABLES = PREFIX + "variables";

  /** JSON Schema of the output, as text or as a context. */
  static final String OUTPUT_SCHEMA = PREFIX + "outputSchema";

  /** Variable for the output. */
  static final String RESULT_VARIABLE = PREFIX + "resultVariable";

  /** FEEL that makes variables of {@code answer}. */
  static final String RESULT = PREFIX + "result";

  /** {@code error} when the process goes on without a model; an incident otherwise. */
  static final String UNAVAILABLE = PREFIX + "unavailable";

  private final Feel feel;
  private final ObjectMapper json;
  private final Map<String, JsonNode> variables;

  AgentParameters(Feel feel, ObjectMapper json, Map<String, JsonNode> variables) {
    this.feel = feel;
    this.json = json;
    this.variables = variables;
  }

  @Nullable String text(String name) {
    JsonNode value = value(name, Map.of());
    return value == null || value.isNull() || value.asText().isBlank() ? null : value.asText();
  }

  /** Null when it is not there. */
  @Nullable JsonNode value(String name, Map<String, JsonNode> more) {
    JsonNode said = variables.get(name);
    if (said == null || !said.isTextual() || !said.textValue().startsWith("=")) {
      return said;
    }
    Map<String, JsonNode> known = new HashMap<>(ofTheCase());
    known.putAll(more);
    return feel.evaluate(said.textValue().substring(1), known);
  }

  /** What the agent may know of the case. */
  Map<String, JsonNode> known() {
    JsonNode chosen = value(VARIABLES, Map.of());
    if (chosen == null || chosen.isNull()) {
      return ofTheCase();
    }
    if (!chosen.isObject()) {
      throw new FatalError(VARIABLES + " gives no context");
    }
    Map<String, JsonNode> known = new HashMap<>();
    chosen.properties().forEach(each -> known.put(each.getKey(), each.getValue()));
    return known;
  }

  boolean goesOnWithout() {
    return "error".equals(text(UNAVAILABLE));
  }

  @Nullable JsonNode outputSchema() {
    JsonNode schema = value(OUTPUT_SCHEMA, Map.of());
    if (schema == null || schema.isNull() || schema.isTextual() && schema.asText().isBlank()) {
      return null;
    }
    try {
      return schema.isTextual() ? json.readTree(schema.textValue()) : schema;
    } catch (JsonProcessingException e) {
      throw new FatalError(OUTPUT_SCHEMA + " is no JSON", e);
    }
  }

  private Map<String, JsonNode> ofTheCase() {
    Map<String, JsonNode> known = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (!name.equals(AGENT) && !name.startsWith(PREFIX)) {
            known.put(name, value);
          }
        });
    return known;
  }
}
