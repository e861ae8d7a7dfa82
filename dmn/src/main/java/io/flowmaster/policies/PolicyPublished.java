package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An access policy is in force from now on. */
public record PolicyPublished(
    TenantId tenant,
    @Nullable Integer previous,
    int version,
    @Nullable String changelog,
    @Nullable Integer rolledBackTo,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "policy/access";
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
