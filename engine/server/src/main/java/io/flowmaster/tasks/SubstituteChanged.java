package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/** The period, the processes or the substitute is another one now. */
public record SubstituteChanged(
    TenantId tenant,
    String substitution,
    String person,
    String substitute,
    Instant from,
    Instant until,
    List<String> processKeys,
    Terms before,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "substitute/" + substitution;
  }

  /** What can change of a substitution. */
  public record Terms(String substitute, Instant from, Instant until, List<String> processKeys) {}

  @Override
  public Object after() {
    return new Terms(substitute, from, until, processKeys);
  }
}
