package io.flowmaster.tasks;

import java.util.Collection;
import java.util.Map;

/** What a case file holds of tasks; every call acts for the current user. */
public interface TaskCases {

  /**
   * A task, the other tasks of its execution that the user may see, and what people keep with them.
   *
   * @throws TaskNotFound when it is not there, another tenant's, or not for the current user
   */
  TaskCase of(TaskId id);

  /** The tasks of an execution of the tenant, whoever they are for: for what works for it. */
  TaskCase ofExecution(String executionId);

  /**
   * How a user task was answered in other executions, by their ids; the last answer when there were
   * several.
   */
  Map<String, PastAnswer> answers(Collection<String> executions, String activityId);
}
