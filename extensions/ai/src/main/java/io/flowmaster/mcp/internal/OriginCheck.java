package io.flowmaster.mcp.internal;

import io.flowmaster.mcp.McpAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses pages of strangers, also when a name server leads their name here (DNS rebinding): the
 * origin itself must be known, not only be the same as the host.
 */
@Component
class OriginCheck {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private final McpAddress address;
  private final McpProperties properties;

  OriginCheck(McpAddress address, McpProperties properties) {
    this.address = address;
    this.properties = properties;
  }

  /**
   * @param origin the header; null for clients that are no browsers
   */
  boolean allows(@Nullable String origin) {
    if (origin == null || properties.origins().contains(origin)) {
      return true;
    }
    try {
      URI from = URI.create(origin);
      URI own = URI.create(address.resource());
      return from.getHost() != null
          && (LOCAL.contains(from.getHost())
              || origin.equals(own.getScheme() + "://" + own.getRawAuthority()));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
