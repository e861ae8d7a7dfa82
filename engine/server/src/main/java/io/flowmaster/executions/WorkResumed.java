package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work of an activity or a topic goes on. */
public record WorkResumed(
    TenantId tenant,
    String pause,
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable String topic,
    @Nullable String reason,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "work-pause/" + pause;
  }
}
