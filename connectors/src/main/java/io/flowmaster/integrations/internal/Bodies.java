package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What another system answered, as JSON. */
final class Bodies {
  private Bodies() {}

  /** JSON when it is JSON, text otherwise, null when there is nothing. */
  static @Nullable JsonNode read(ObjectMapper json, byte[] body) {
    if (body.length == 0) {
      return null;
    }
    try {
      JsonNode read = json.readTree(body);
      return read == null || read.isMissingNode() ? null : read;
    } catch (IOException noJson) {
      return JsonNodeFactory.instance.textNode(new String(body, StandardCharsets.UTF_8));
    }
  }
}
