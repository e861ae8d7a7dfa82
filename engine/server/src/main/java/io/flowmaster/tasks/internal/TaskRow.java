package io.flowmaster.tasks.internal;

import io.flowmaster.tasks.TaskView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the read model: the engine's part and what only the platform knows.
 *
 * @param completedBy who answered; null while open and for a task that nobody completed
 * @param completedFor for whom, when a substitute answered
 * @param overdueFrom when it has to be put on the lists of overdue tasks; null when it stands there
 *     already or never will
 */
record TaskRow(
    EngineTask task,
    @Nullable String createdBy,
    @Nullable String completedBy,
    @Nullable String completedFor,
    @Nullable String outcome,
    TaskView.@Nullable Escalation escalation,
    @Nullable Instant overdueFrom,
    long revision) {

  String id() {
    return task.id();
  }

  /** The row with what the engine says now, as the next version of it. */
  TaskRow next(EngineTask now, @Nullable String completedBy, @Nullable Instant overdueFrom) {
    return new TaskRow(
        now, createdBy, completedBy, completedFor, outcome, escalation, overdueFrom, revision + 1);
  }

  TaskRow withOutcome(@Nullable String answered) {
    return new TaskRow(
        task, createdBy, completedBy, completedFor, answered, escalation, overdueFrom, revision);
  }

  TaskRow withCompletedFor(String person) {
    return new TaskRow(
        task, createdBy, completedBy, person, outcome, escalation, overdueFrom, revision);
  }

  @Nullable Instant escalatedAt() {
    return escalation == null ? null : escalation.at();
  }

  /** Whether it stands in the lists of overdue tasks. */
  boolean isListedOverdue() {
    return task.isOpen() && task.dueAt() != null && overdueFrom == null;
  }

  /** What stands in the lists about it. */
  JdbcTaskEntries.Entries entries() {
    return JdbcTaskEntries.Entries.of(task, escalatedAt(), isListedOverdue());
  }

  /** What a view has besides the row. */
  record Beside(
      @Nullable String processId,
      boolean overdue,
      TaskView.@Nullable Sla sla,
      List<String> excludedUsers,
      @Nullable String onBehalfOf) {}

  TaskView view(Beside beside) {
    EngineTask.ProcessRef process = task.process();
    return new TaskView(
        task.id(),
        task.name(),
        task.description(),
        task.status(),
        task.assignee(),
        task.owner(),
        task.isDelegated(),
        task.candidateGroups(),
        task.candidateUsers(),
        task.priority(),
        task.dueAt(),
        task.followUpAt(),
        task.createdAt(),
        task.endedAt(),
        completedBy,
        outcome,
        process == null ? null : process.executionId(),
        process == null ? null : process.businessKey(),
        beside.processId(),
        process == null ? null : process.key(),
        process == null ? null : process.name(),
        process == null ? null : process.version(),
        process == null ? null : process.activityId(),
        escalation,
        beside.overdue(),
        beside.sla(),
        beside.excludedUsers(),
        beside.onBehalfOf(),
        completedFor,
        revision);
  }
}
