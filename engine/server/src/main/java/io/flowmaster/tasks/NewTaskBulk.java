package io.flowmaster.tasks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do to which tasks; exactly one of {@code ids} and {@code search} is given.
 *
 * @param search the open tasks that match, of those that the current user may see
 * @param assignee for {@link Action#ASSIGN}: oneself claims, somebody else assigns, null releases
 * @param response for {@link Action#RESPOND}: the answer that each is given
 * @param change for {@link Action#CHANGE}: at least one of its members is given
 * @param reason shown with the job
 */
public record NewTaskBulk(
    Action action,
    @Nullable List<String> ids,
    @Nullable TaskSearch search,
    @Nullable String assignee,
    @Nullable TaskResponse response,
    @Nullable Change change,
    @Nullable String reason) {

  /**
   * What is set; null leaves a member as it is.
   *
   * @param priority 0 to 100
   */
  public record Change(
      @Nullable Integer priority, @Nullable Instant dueAt, @Nullable Instant followUpAt) {}

  /** What can be done to many tasks. */
  public enum Action {
    /** Claim, assign or release. */
    ASSIGN,
    /** Answer and complete. */
    RESPOND,
    /** Set priority, due date or follow-up date. */
    CHANGE
  }
}
