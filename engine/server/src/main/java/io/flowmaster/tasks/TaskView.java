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
 * @param overdue whether it is open after its due date
 * @param sla the time that its model promises for it; null when none is
 * @param excludedUsers who must not do it, because of what they did in the execution (four eyes)
 * @param onBehalfOf the person whose substitute the current user sees it as; null for one's own
 * @param completedFor the person for whom {@code completedBy} did it as a substitute
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
    boolean overdue,
    @Nullable Sla sla,
    @Schema(example = "[\"employee\"]") List<String> excludedUsers,
    @Schema(example = "manager") @Nullable String onBehalfOf,
    @Schema(example = "manager") @Nullable String completedFor,
    @Schema(description = "Counts up with every change; the ETag") long revision) {

  public TaskView {
    candidateGroups = List.copyOf(candidateGroups);
    candidateUsers = List.copyOf(candidateUsers);
    excludedUsers = List.copyOf(excludedUsers);
  }

  /**
   * The time that was promised, in the working time of a calendar.
   *
   * @param of whether it was promised for the task, from its making, or for its process, from its
   *     start
   * @param warnAt from when on it is at risk
   * @param dueAt when it is over
   * @param state how it stands
   */
  @Schema(name = "TaskSla")
  public record Sla(Scope of, Instant warnAt, Instant dueAt, State state) {
    /** For what it was promised. */
    @Schema(name = "TaskSlaScope")
    public enum Scope {
      TASK,
      PROCESS
    }

    /** How it stands. */
    @Schema(name = "TaskSlaState")
    public enum State {
      /** Open, and there is time. */
      ON_TRACK,
      /** Open, and the larger part of the time is over. */
      AT_RISK,
      /** The task has ended in time. */
      MET,
      /** The time was over before the task ended. */
      MISSED
    }
  }

  /**
   * Somebody could not or may not decide it.
   *
   * @param to the group or user that it was offered to; null when only marked
   */
  @Schema(name = "TaskEscalation")
  public record Escalation(Instant at, String by, @Nullable String to, String reason) {}
}
