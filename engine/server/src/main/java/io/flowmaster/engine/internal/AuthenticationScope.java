package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the engine's authentication aside while the platform itself asks. */
@Component
class AuthenticationScope implements EngineScope {
  private final IdentityService identity;
  private final CurrentActor current;

  AuthenticationScope(IdentityService identity, CurrentActor current) {
    this.identity = identity;
    this.current = current;
  }

  @Override
  public <T> T acrossTenants(Supplier<T> question) {
    Authentication former = identity.getCurrentAuthentication();
    if (former == null) {
      return question.get();
    }
    identity.clearAuthentication();
    try {
      return question.get();
    } finally {
      restore(former);
    }
  }

  @Override
  public <T> T actingAs(Actor actor, Supplier<T> work) {
    Authentication former = identity.getCurrentAuthentication();
    identity.setAuthentication(
        actor.id().value(), List.copyOf(actor.groups()), List.of(actor.tenant().value()));
    try {
      return current.as(actor, work);
    } finally {
      restore(former);
    }
  }

  private void restore(@Nullable Authentication former) {
    if (former == null) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(former.getUserId(), former.getGroupIds(), former.getTenantIds());
    }
  }
}
