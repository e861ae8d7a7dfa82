package io.flowmaster.rules;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule set was published and deployed.
 *
 * @param decisions ids of its decisions
 */
public record RuleSetPublished(
    TenantId tenant,
    RuleSetId id,
    String key,
    @Nullable Integer previous,
    int version,
    String deploymentId,
    List<String> decisions,
    Instant at)
    implements DomainEvent {

  @Override
  public String subject() {
    return "rule-set/" + id;
  }

  @Override
  public Object before() {
    return Collections.singletonMap("version", previous);
  }

  @Override
  public Object after() {
    return Map.of("version", version);
  }
}
