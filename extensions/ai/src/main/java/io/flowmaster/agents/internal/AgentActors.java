package io.flowmaster.agents.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Agents as those who act: with the role agent and nothing else, for a person. */
@Component
class AgentActors {
  private static final String PREFIX = "agent:";

  /**
   * @param person for whom it works; null for nobody
   */
  Actor of(TenantId tenant, String agent, String name, @Nullable String person) {
    return new Actor(
        tenant,
        new UserId(PREFIX + agent),
        name,
        Actor.Kind.AGENT,
        Set.of(Roles.AGENT),
        Set.of(),
        person == null ? null : new UserId(person));
  }
}
