package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.TextDigest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log says of variables. It is kept longer than they are, so that what may be about
 * people, texts and what is made of them, stands by size and checksum.
 */
final class ToldValues {
  private ToldValues() {}

  static Map<String, @Nullable Object> of(Map<String, JsonNode> variables) {
    Map<String, @Nullable Object> told = new TreeMap<>();
    variables.forEach((name, value) -> told.put(name, told(value)));
    return told;
  }

  private static @Nullable Object told(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    boolean isPlain = value.isNumber() || value.isBoolean();
    return isPlain ? value : TextDigest.of(value.isTextual() ? value.asText() : value.toString());
  }
}
