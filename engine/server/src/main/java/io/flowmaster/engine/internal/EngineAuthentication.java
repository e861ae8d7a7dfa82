package io.flowmaster.engine.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who acts, for every request on every path: the engine then shows and changes
 * only what belongs to the actor's tenant, and its history says who did it.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 10)
class EngineAuthentication extends OncePerRequestFilter {
  private final IdentityService identity;
  private final CurrentActor current;

  EngineAuthentication(IdentityService identity, CurrentActor current) {
    this.identity = identity;
    this.current = current;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Actor> actor = current.find();
    if (actor.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      identity.setAuthentication(
          actor.get().id().value(),
          List.copyOf(actor.get().groups()),
          List.of(actor.get().tenant().value()));
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}
