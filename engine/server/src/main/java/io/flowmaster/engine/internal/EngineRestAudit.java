package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRestUsed;
import io.flowmaster.platform.CurrentActor;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/** Tells of each change through the engine's REST that succeeded, for the audit log. */
class EngineRestAudit implements ContainerResponseFilter {
  private static final int REFUSED = 300;
  private static final int LONGEST_PATH = 180;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EngineRestAudit(CurrentActor current, ApplicationEventPublisher events, Clock clock) {
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= REFUSED
        || !Boolean.TRUE.equals(request.getProperty(EngineRestGate.CHANGES))) {
      return;
    }
    String path = request.getUriInfo().getPath();
    events.publishEvent(
        new EngineRestUsed(
            current.tenant(),
            request.getMethod(),
            path.substring(0, Math.min(path.length(), LONGEST_PATH)),
            clock.instant()));
  }
}
