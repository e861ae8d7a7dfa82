package io.flowmaster.tasks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to list; the criteria combine with "and".
 *
 * @param view null for all that the current user may work on
 * @param status null for open tasks ({@link View#COMPLETED}: completed ones)
 * @param text beginnings of words of the task's or process's name or of the business key, without
 *     case and accents; all of them are to be found
 * @param dueWithin due before this much time from now has passed, or overdue
 * @param sort null for the view's usual order
 */
public record TaskSearch(
    @Nullable View view,
    @Nullable TaskStatus status,
    @Nullable String text,
    @Nullable String processKey,
    @Nullable String executionId,
    @Nullable String assignee,
    @Nullable Instant dueBefore,
    @Nullable Duration dueWithin,
    @Nullable Sort sort) {

  /** These criteria, and for each that is not given the other's. */
  public TaskSearch orElse(TaskSearch other) {
    return new TaskSearch(
        view == null ? other.view : view,
        status == null ? other.status : status,
        text == null ? other.text : text,
        processKey == null ? other.processKey : processKey,
        executionId == null ? other.executionId : executionId,
        assignee == null ? other.assignee : assignee,
        dueBefore == null ? other.dueBefore : dueBefore,
        dueWithin == null ? other.dueWithin : dueWithin,
        sort == null ? other.sort : sort);
  }

  /** A usual question to the inbox. */
  public enum View {
    /** Assigned to me. */
    MINE,
    /** Nobody's yet, and I may claim it. */
    GROUP,
    /** Everything in the tenant; for managers and administrators. */
    ALL,
    /** Past its due date, of what I may see. */
    OVERDUE,
    /** Escalated, of what I may see. */
    ESCALATED,
    /** Completed by me. */
    COMPLETED
  }

  /**
   * What a list is ordered by; ties are broken by due date and id, so no task repeats or is
   * skipped.
   */
  public record Sort(Field by, boolean descending) {
    /** An order of the list. */
    public enum Field {
      DUE,
      PRIORITY,
      CREATED,
      NAME,
      ENDED
    }
  }
}
