package io.flowmaster.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;

/** What a decision left in a process, as JSON, read back through text as a caller would. */
final class PlainJson {
  private PlainJson() {}

  static JsonNode of(Object value, ObjectMapper json) {
    try {
      return json.readTree(tree(value, json).toString());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode tree(Object value, ObjectMapper json) {
    if (value instanceof Map<?, ?> members) {
      ObjectNode object = json.createObjectNode();
      members.forEach((name, member) -> object.set(String.valueOf(name), tree(member, json)));
      return object;
    }
    if (value instanceof Collection<?> elements) {
      ArrayNode array = json.createArrayNode();
      elements.forEach(element -> array.add(tree(element, json)));
      return array;
    }
    if (value instanceof Date date) {
      return json.valueToTree(date.toInstant().toString());
    }
    if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
      return json.valueToTree(value.toString());
    }
    return json.valueToTree(value);
  }
}
