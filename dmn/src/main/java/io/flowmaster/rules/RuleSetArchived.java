package io.flowmaster.rules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A rule set was put away. */
public record RuleSetArchived(TenantId tenant, RuleSetId id, String key, Instant at)
    implements DomainEvent {

  @Override
  public String subject() {
    return "rule-set/" + id;
  }
}
