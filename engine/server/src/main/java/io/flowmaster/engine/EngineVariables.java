package io.flowmaster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Process variables between plain JSON and the engine. Types keep both ways: integer, number,
 * boolean, string, object, array, null; numbers keep their digits. FEEL and JUEL see values, not
 * text: numbers, strings of any length, contexts and lists.
 *
 * <p>When reading from the engine ask for values that are not deserialized ({@code
 * getVariablesTyped(false)}): nothing is parsed then that is not needed.
 */
public interface EngineVariables {

  /**
   * JSON members as engine variables.
   *
   * @throws io.flowmaster.platform.InvalidValue when a name, a value, or all of them together are
   *     beyond what can be kept: a name of 1 to 255 characters, 1,000 variables at a time, strings
   *     of 1,048,576 characters, 4,194,304 characters in all, 50 levels of nesting, numbers of
   *     1,000 digits, no NUL character and no half of a surrogate pair
   */
  VariableMap toEngine(Map<String, JsonNode> variables);

  /**
   * Engine variables as JSON, in their order; a value that has no JSON form (a file, bytes, a Java
   * object) is left out.
   */
  Map<String, JsonNode> toJson(VariableMap variables);

  /**
   * One engine value as JSON: null JSON for null, a date as an ISO 8601 date-time string in UTC, a
   * missing node for a value that has no JSON form.
   */
  JsonNode toJson(@Nullable TypedValue value);
}
