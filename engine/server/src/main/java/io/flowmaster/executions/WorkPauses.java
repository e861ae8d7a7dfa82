package io.flowmaster.executions;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/**
 * Holds work of the current tenant back while something that it needs is out of order: jobs and
 * external tasks of an activity, or external tasks of a topic, of executions that run and of those
 * to come. What a worker has already, it may finish. User tasks of an activity stay in the inbox,
 * say that they are paused, and cannot be answered; they can still be claimed, handed on and
 * escalated.
 */
public interface WorkPauses {

  /**
   * Holds work back; doing it again changes nothing. Every node knows within a second; what slipped
   * through meanwhile is held within five.
   *
   * @throws TooManyWorkPauses when the tenant has too many
   */
  WorkPause add(NewWorkPause pause);

  /** The newest first. */
  Page<WorkPause> list(PageQuery page);

  /**
   * Lets the work go on, unless another pause or a paused execution holds it too.
   *
   * @throws WorkPauseNotFound when it is not there
   */
  void remove(String id);
}
