package io.flowmaster.rules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** The draft of a rule set was changed: its name, its model or its test cases. */
public record RuleSetChanged(
    TenantId tenant,
    RuleSetId id,
    String key,
    String name,
    RuleSetState before,
    RuleSetState after,
    Instant at)
    implements DomainEvent {

  @Override
  public String subject() {
    return "rule-set/" + id;
  }
}
