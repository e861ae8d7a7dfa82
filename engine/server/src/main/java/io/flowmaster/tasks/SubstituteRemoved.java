package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** The substitution is over before its time. */
public record SubstituteRemoved(
    TenantId tenant,
    String substitution,
    String person,
    String substitute,
    Instant from,
    Instant until,
    List<String> processKeys,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "substitute/" + substitution;
  }
}
