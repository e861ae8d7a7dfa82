package io.flowmaster.tasks.internal;

import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine says about a task; the part of the read model that only the sync writes. */
record EngineTask(
    String id,
    String tenant,
    String name,
    @Nullable String description,
    TaskStatus status,
    @Nullable String assignee,
    @Nullable String owner,
    @Nullable String delegation,
    int priority,
    @Nullable Instant dueAt,
    @Nullable Instant followUpAt,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable ProcessRef process,
    List<String> candidateGroups,
    List<String> candidateUsers) {

  static final String DELEGATED = "PENDING";

  /** Where in which execution it stands. */
  record ProcessRef(
      String executionId,
      @Nullable String businessKey,
      String definitionId,
      String key,
      @Nullable String name,
      @Nullable Integer version,
      @Nullable String activityId) {}

  boolean isOpen() {
    return status == TaskStatus.OPEN;
  }

  boolean isDelegated() {
    return DELEGATED.equals(delegation);
  }

  /** The task when it is gone and the engine remembers nothing of it. */
  EngineTask cancelled(Instant at) {
    return new EngineTask(
        id,
        tenant,
        name,
        description,
        TaskStatus.CANCELLED,
        assignee,
        owner,
        delegation,
        priority,
        dueAt,
        followUpAt,
        createdAt,
        at,
        process,
        candidateGroups,
        candidateUsers);
  }

  /** The engine forgets the candidates of a task that ended; what was known stays. */
  EngineTask offeredTo(List<String> groups, List<String> users) {
    return new EngineTask(
        id,
        tenant,
        name,
        description,
        status,
        assignee,
        owner,
        delegation,
        priority,
        dueAt,
        followUpAt,
        createdAt,
        endedAt,
        process,
        groups,
        users);
  }
}
