package io.flowmaster.rules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * A version of a rule set was published and deployed.
 *
 * @param decisions ids of its decisions
 */
public record RuleSetPublished(
    TenantId tenant,
    RuleSetId id,
    String key,
    int version,
    String deploymentId,
    List<String> decisions,
    Instant at)
    implements DomainEvent {

  @Override
  public String subject() {
    return "rule-set/" + id;
  }
}
