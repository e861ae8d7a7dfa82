package io.flowmaster.mcp;

import io.flowmaster.mcp.UpstreamServer.AllowedTool;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a server elsewhere.
 *
 * @param secret null to keep the one there is; empty for none
 */
public record UpstreamServerDraft(
    String name,
    String title,
    String url,
    String header,
    @Nullable String secret,
    List<AllowedTool> allowed,
    Set<String> roles,
    boolean enabled) {
  public UpstreamServerDraft {
    allowed = List.copyOf(allowed);
    roles = Set.copyOf(roles);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "UpstreamServerDraft[" + name + "]";
  }
}
