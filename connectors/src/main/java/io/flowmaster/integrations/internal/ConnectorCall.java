package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of a connector; configuration and input fit its schemas.
 *
 * @param configuration with the secrets in place
 * @param key the same when the same call is tried again, for systems that know such keys; null when
 *     the call stands alone
 */
record ConnectorCall(
    TenantId tenant, ObjectNode configuration, ObjectNode input, @Nullable String key) {

  /** The text at a member of the configuration; null when absent. */
  @Nullable String setting(String name) {
    return text(configuration.path(name));
  }

  String setting(String name, String otherwise) {
    String value = setting(name);
    return value == null ? otherwise : value;
  }

  /** The text at a member of the input; null when absent. */
  @Nullable String given(String name) {
    return text(input.path(name));
  }

  String given(String name, String otherwise) {
    String value = given(name);
    return value == null ? otherwise : value;
  }

  /** A time in seconds from the configuration. */
  Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(configuration.path(name).asInt(otherwise));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isMissingNode() || node.isNull()
        ? null
        : node.isValueNode() ? node.asText() : node.toString();
  }
}
