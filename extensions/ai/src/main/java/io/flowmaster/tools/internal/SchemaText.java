package io.flowmaster.tools.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Schemas that are written down here. */
final class SchemaText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaText() {}

  /**
   * An object's schema.
   *
   * @param members of {@code properties}, without the outer braces
   */
  static ObjectNode object(String members, String... required) {
    try {
      ObjectNode schema = JSON.createObjectNode().put("type", "object");
      schema.set("properties", JSON.readTree("{" + members + "}"));
      for (String name : required) {
        schema.withArray("required").add(name);
      }
      return schema.put("additionalProperties", false);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
