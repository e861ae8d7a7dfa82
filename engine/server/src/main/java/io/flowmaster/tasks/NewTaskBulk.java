package io.flowmaster.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do to which tasks; exactly one of {@code ids} and {@code search} is given.
 *
 * @param search the open tasks that match, of those that the current user may see
 * @param assignee for {@link Action#ASSIGN}: oneself claims, somebody else assigns, null releases
 * @param response for {@link Action#RESPOND}: the answer that each is given
 * @param reason shown with the job
 */
public record NewTaskBulk(
    Action action,
    @Nullable List<String> ids,
    @Nullable TaskSearch search,
    @Nullable String assignee,
    @Nullable TaskResponse response,
    @Nullable String reason) {

  /** What can be done to many tasks. */
  public enum Action {
    /** Claim, assign or release. */
    ASSIGN,
    /** Answer and complete. */
    RESPOND
  }
}
