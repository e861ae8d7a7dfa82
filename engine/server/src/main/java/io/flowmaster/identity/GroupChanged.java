package io.flowmaster.identity;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group was made, or renamed from {@code previousName}. */
public record GroupChanged(
    TenantId tenant, String group, @Nullable String previousName, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "group/" + group;
  }

  @Override
  public @Nullable Object before() {
    return previousName == null ? null : Map.of("name", previousName);
  }

  @Override
  public Object after() {
    return Map.of("name", name);
  }
}
