package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls as tests write them. */
final class CallFixture {
  static final ObjectMapper JSON = new ObjectMapper();

  private CallFixture() {}

  static ConnectorCall call(Map<String, ?> configuration, Map<String, ?> input) {
    return call(configuration, input, null);
  }

  static ConnectorCall call(
      Map<String, ?> configuration, Map<String, ?> input, @Nullable String key) {
    return new ConnectorCall(new TenantId("demo"), object(configuration), object(input), key);
  }

  static ObjectNode object(Map<String, ?> members) {
    return JSON.valueToTree(members);
  }
}
