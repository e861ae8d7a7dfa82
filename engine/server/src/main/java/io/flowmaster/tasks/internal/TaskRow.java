package io.flowmaster.tasks.internal;

import io.flowmaster.tasks.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * A row of the read model: the engine's part and what only the platform knows.
 *
 * @param completedBy who answered; null while open and for a task that nobody completed
 */
record TaskRow(
    EngineTask task,
    @Nullable String createdBy,
    @Nullable String completedBy,
    @Nullable String outcome,
    TaskView.@Nullable Escalation escalation,
    long revision) {

  String id() {
    return task.id();
  }

  TaskView view(@Nullable String processId) {
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
        processId,
        process == null ? null : process.key(),
        process == null ? null : process.name(),
        process == null ? null : process.version(),
        process == null ? null : process.activityId(),
        escalation,
        revision);
  }
}
