package io.flowmaster.rules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The draft of a rule set was changed. */
public record RuleSetChanged(TenantId tenant, RuleSetId id, String key, String name, Instant at)
    implements DomainEvent {

  @Override
  public String subject() {
    return "rule-set/" + id;
  }
}
