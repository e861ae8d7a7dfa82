package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineScope;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Lays the engine's authentication aside while the platform itself asks. */
@Component
class AuthenticationScope implements EngineScope {
  private final IdentityService identity;

  AuthenticationScope(IdentityService identity) {
    this.identity = identity;
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
      identity.setAuthentication(former.getUserId(), former.getGroupIds(), former.getTenantIds());
    }
  }
}
