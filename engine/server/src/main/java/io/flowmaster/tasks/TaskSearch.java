package io.flowmaster.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to list; the criteria combine with "and".
 *
 * @param view null for all that the current user may work on
 * @param status null for open tasks ({@link View#COMPLETED}: completed ones)
 * @param text part of the task's or process's name or of the business key, in any case
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
    @Nullable Sort sort) {

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
