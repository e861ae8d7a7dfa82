package io.flowmaster.tasks;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Members of the task changed, by their names in JSON; assignee and status have events of their
 * own.
 */
public record TaskChanged(TenantId tenant, TaskId task, Map<String, Change> changes, Instant at)
    implements DomainEvent {
  /** A member before and after; null when it had or has no value. */
  public record Change(@Nullable String from, @Nullable String to) {}

  @Override
  public String subject() {
    return "task/" + task.value();
  }

  @Override
  public Object before() {
    return members(Change::from);
  }

  @Override
  public Object after() {
    return members(Change::to);
  }

  private Map<String, @Nullable String> members(Function<Change, @Nullable String> side) {
    Map<String, @Nullable String> members = new LinkedHashMap<>();
    changes.forEach((member, change) -> members.put(member, side.apply(change)));
    return members;
  }
}
