package io.flowmaster.tasks;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.flowmaster.engine.VariableCondition;
import io.flowmaster.platform.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to list; the criteria combine with "and".
 *
 * @param view null for all that the current user may work on
 * @param status null for open tasks ({@link View#COMPLETED}: completed ones)
 * @param text beginnings of words of the task's or process's name or of the business key, without
 *     case and accents; all of them are to be found
 * @param dueWithin due before this much time from now has passed, or overdue
 * @param variables conditions on variables of the task itself or of its whole process; all of them
 *     hold
 * @param sort by what first, second and so on; empty for the view's usual order
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
    List<VariableCondition> variables,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Sort> sort) {

  /** More columns than this have nothing left to say. */
  public static final int MOST_SORTS = 4;

  public static final int MOST_VARIABLES = 5;

  /** Searches that were kept before there were several of them have one sort or none. */
  public TaskSearch {
    variables = variables == null ? List.of() : List.copyOf(variables);
    sort = sort == null ? List.of() : List.copyOf(sort);
    if (variables.size() > MOST_VARIABLES) {
      throw new InvalidValue("variable", "Give at most " + MOST_VARIABLES + " conditions.");
    }
    long columns = sort.stream().map(Sort::by).distinct().count();
    if (sort.size() > MOST_SORTS || columns < sort.size()) {
      throw new InvalidValue(
          "sort", "Sort by at most " + MOST_SORTS + " columns, and by each only once.");
    }
  }

  /** All that the current user may work on. */
  public static TaskSearch of(@Nullable View view, List<Sort> sort) {
    return new TaskSearch(view, null, null, null, null, null, null, null, List.of(), sort);
  }

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
        variables.isEmpty() ? other.variables : variables,
        sort.isEmpty() ? other.sort : sort);
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
   * A column that a list is ordered by; the last ties are broken by the id, so no task repeats or
   * is skipped.
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
