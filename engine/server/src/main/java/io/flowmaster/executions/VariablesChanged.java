package io.flowmaster.executions;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person or client set or removed variables of an execution; the history has their values.
 *
 * @param before by name what they were, without those that were not there: numbers, yes and no as
 *     they stand, all else by size and checksum
 * @param after by name what they are, likewise
 */
public record VariablesChanged(
    TenantId tenant,
    ExecutionId execution,
    List<String> set,
    List<String> removed,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "execution/" + execution;
  }
}
