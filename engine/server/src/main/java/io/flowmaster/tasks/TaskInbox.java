package io.flowmaster.tasks;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * The inbox of the current tenant. Every call acts for the current user, who sees tasks that are
 * assigned to, owned by, offered to, made or done by that user; managers and administrators see
 * all. A task that may not be seen is not found.
 *
 * <p>{@code ifMatch} is the {@code ETag} of the version that the caller read, or null when the
 * caller does not care what changed since.
 */
public interface TaskInbox {

  /** One page; never repeats or skips a task that did not change meanwhile. */
  Page<TaskView> search(TaskSearch search, PageQuery page);

  /**
   * @throws TaskNotFound when it is not there, another tenant's, or not for the current user
   */
  TaskDetails get(TaskId id);

  /** Makes a task that belongs to no process. */
  TaskView create(NewTask task);

  /**
   * Claims (for oneself), assigns (somebody else) or releases (null).
   *
   * @throws TaskAlreadyClaimed when it is somebody else's already and neither {@code ifMatch} is
   *     given nor another person is meant
   * @throws TaskAlreadyDone when it is not open any more
   */
  TaskView assign(TaskId id, @Nullable String assignee, @Nullable String ifMatch);

  /**
   * Completes it. An unassigned task that the user may claim is claimed by responding.
   *
   * @throws InvalidResponse when the form does not accept it
   * @throws TaskAlreadyDone for a second response
   */
  TaskView respond(TaskId id, TaskResponse response, @Nullable String ifMatch);

  /** Keeps an unfinished answer, unchecked; the next one replaces it. */
  TaskDetails.Draft draft(TaskId id, TaskResponse draft);

  /** Has somebody else work on it; the present assignee becomes the owner and gets it back. */
  TaskView delegate(TaskId id, String to, @Nullable String ifMatch);

  /** Gives a delegated task back to its owner, with what was found out. */
  TaskView resolve(TaskId id, TaskResponse result, @Nullable String ifMatch);

  /**
   * Asks for help with it: marks it and offers it to somebody.
   *
   * @param to a group or a user; null for the managers
   */
  TaskView escalate(TaskId id, String reason, @Nullable String to);

  /** Changes its own members. */
  TaskView change(TaskId id, TaskEdit edit, @Nullable String ifMatch);
}
