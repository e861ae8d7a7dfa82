package io.flowmaster.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a process as the transaction that changed it stored it, told so that nobody has to read
 * it again.
 *
 * @param delegation the name of the engine's state; null when it is not delegated
 * @param end null while it is open
 * @param execution the process instance that it belongs to
 * @param candidates those that it was made with; null for a task that was there before, whose
 *     candidates this transaction left as they were
 */
public record StoredTask(
    String id,
    String tenant,
    @Nullable String name,
    @Nullable String description,
    @Nullable String assignee,
    @Nullable String owner,
    @Nullable String delegation,
    int priority,
    @Nullable Date dueDate,
    @Nullable Date followUpDate,
    Instant createdAt,
    @Nullable End end,
    String execution,
    @Nullable String businessKey,
    String definition,
    @Nullable String activity,
    @Nullable Candidates candidates) {

  /**
   * How history has it that a task was completed.
   *
   * @param startedAt a moment after it was created
   */
  public record End(Instant startedAt, Instant endedAt) {}

  /** Who may claim it. */
  public record Candidates(Set<String> groups, Set<String> users) {}

  /** Whether the transaction made it: nobody else knows of it yet. */
  public boolean isNew() {
    return candidates != null;
  }
}
