package io.flowmaster.mcp;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/** Servers elsewhere whose tools are offered to the current tenant. */
public interface UpstreamServers {

  /** By name. */
  Page<UpstreamServer> search(PageQuery page);

  /**
   * @throws UpstreamServerNotFound when it is not there
   */
  UpstreamServer get(String id);

  /**
   * Adds one, and asks it for its tools.
   *
   * @throws UpstreamServerTaken when the tenant has one of that name
   */
  UpstreamServer add(UpstreamServerDraft draft);

  /**
   * @param ifMatch the {@code ETag} of the read
   */
  UpstreamServer change(String id, UpstreamServerDraft draft, @Nullable String ifMatch);

  /**
   * @param ifMatch the {@code ETag} of the read; null when any version is meant
   */
  void remove(String id, @Nullable String ifMatch);

  /** Asks it for its tools now; a server that cannot be reached is a result, too. */
  UpstreamServer check(String id);
}
