package io.flowmaster.dxg;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values were suggested for fields of a task's form; which values is nobody's business here. */
public record FormSuggested(
    TenantId tenant,
    String task,
    @Nullable String processKey,
    @Nullable String activityId,
    List<String> fields,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "task/" + task;
  }
}
