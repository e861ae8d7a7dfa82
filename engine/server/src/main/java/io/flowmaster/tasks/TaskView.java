package io.flowmaster.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it.
 *
 * @param assignee who works on it; null when nobody has claimed it
 * @param owner who gets it back when it is delegated
 * @param delegated true while the owner waits for the assignee to resolve it
 * @param priority 0 to 100, 50 is usual, more is more urgent
 * @param executionId the process instance; null for a task that no process made
 * @param processId null when the process is not in the catalogue
 * @param escalation null when it was not escalated
 */
public record TaskView(
    @Schema(example = "0f7b6c1e-c853-11f0-9d2a-0242ac120002") String id,
    @Schema(example = "Approve the price") String name,
    @Nullable String description,
    TaskStatus status,
    @Schema(example = "employee") @Nullable String assignee,
    @Nullable String owner,
    boolean delegated,
    @Schema(example = "[\"staff\"]") List<String> candidateGroups,
    List<String> candidateUsers,
    @Schema(example = "50") int priority,
    @Nullable Instant dueAt,
    @Nullable Instant followUpAt,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Schema(description = "Who completed it") @Nullable String completedBy,
    @Schema(description = "The choice that completed it", example = "approved")
        @Nullable String outcome,
    @Nullable String executionId,
    @Nullable String businessKey,
    @Nullable String processId,
    @Schema(example = "pricing-approval") @Nullable String processKey,
    @Schema(example = "Pricing approval") @Nullable String processName,
    @Nullable Integer processVersion,
    @Schema(description = "The BPMN id of the user task") @Nullable String activityId,
    @Nullable Escalation escalation,
    @Schema(description = "Counts up with every change; the ETag") long revision) {

  public TaskView {
    candidateGroups = List.copyOf(candidateGroups);
    candidateUsers = List.copyOf(candidateUsers);
  }

  /**
   * Somebody could not or may not decide it.
   *
   * @param to the group or user that it was offered to; null when only marked
   */
  @Schema(name = "TaskEscalation")
  public record Escalation(Instant at, String by, @Nullable String to, String reason) {}
}
