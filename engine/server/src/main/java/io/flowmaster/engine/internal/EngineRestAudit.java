package io.flowmaster.engine.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Ends the telling of each change through the engine's REST that succeeded. */
class EngineRestAudit implements ContainerResponseFilter {
  private static final int REFUSED = 300;
  private final EngineRestUse use;

  EngineRestAudit(EngineRestUse use) {
    this.use = use;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() < REFUSED) {
      use.end();
    }
  }
}
