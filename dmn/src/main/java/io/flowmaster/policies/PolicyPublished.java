package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access policy is in force from now on. */
public record PolicyPublished(
    TenantId tenant,
    int version,
    @Nullable String changelog,
    @Nullable Integer rolledBackTo,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "policy/access";
  }
}
