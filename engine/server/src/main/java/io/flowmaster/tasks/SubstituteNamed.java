package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** Somebody works on the person's tasks for a time. */
public record SubstituteNamed(
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
