package io.flowmaster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Process variables between plain JSON and the engine. Types keep both ways: integer, number,
 * boolean, string, object, array, null; numbers keep their digits. FEEL and JUEL see values, not
 * text.
 */
public interface EngineVariables {

  /**
   * JSON members as engine variables.
   *
   * @throws io.flowmaster.platform.InvalidValue when a name is empty or longer than 255 characters
   */
  VariableMap toEngine(Map<String, JsonNode> variables);

  /**
   * Engine variables as JSON; a value that has no JSON form (a file, a Java object) is left out.
   */
  Map<String, JsonNode> toJson(VariableMap variables);

  /** One engine value as JSON; null JSON for null. */
  JsonNode toJson(@Nullable TypedValue value);
}
