package io.flowmaster.rules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;

/** A rule set was put away. */
public record RuleSetArchived(
    TenantId tenant, RuleSetId id, String key, RuleSetStatus was, Instant at)
    implements DomainEvent {

  @Override
  public String subject() {
    return "rule-set/" + id;
  }

  @Override
  public Object before() {
    return Map.of("status", was);
  }

  @Override
  public Object after() {
    return Map.of("status", RuleSetStatus.ARCHIVED);
  }
}
