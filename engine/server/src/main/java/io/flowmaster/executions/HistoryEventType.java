package io.flowmaster.executions;

/** What sort of thing happened; the detail members of each are named beside it. */
public enum HistoryEventType {
  /** {@code processKey, version, businessKey?, parentId?} */
  EXECUTION_STARTED,
  EXECUTION_COMPLETED,
  /** {@code reason?} */
  EXECUTION_CANCELLED,
  EXECUTION_PAUSED,
  EXECUTION_RESUMED,
  /** {@code from, to, variables?, reason?}; each of the variables {@code variable, old?, new?} */
  EXECUTION_MOVED,
  /** {@code from, to, variables, reason?}; each of the variables {@code variable, old?, new?} */
  EXECUTION_STEPPED_BACK,
  /** {@code newExecutionId} or {@code formerExecutionId}, {@code reason?} */
  EXECUTION_RESTARTED,
  /** {@code fromVersion, toVersion, reason?} */
  EXECUTION_MIGRATED,
  /** {@code activities}: where work was given another try */
  EXECUTION_RETRIED,
  /** {@code message} */
  MESSAGE_RECEIVED,
  /** {@code signal} */
  SIGNAL_RECEIVED,
  /** {@code type, calledExecutionId?} */
  ACTIVITY_STARTED,
  /** {@code type, durationMillis, calledExecutionId?} */
  ACTIVITY_COMPLETED,
  /** {@code type, durationMillis, calledExecutionId?} */
  ACTIVITY_CANCELLED,
  /** {@code variable, new}; {@code newSize} in place of a value beyond 16,384 bytes */
  VARIABLE_SET,
  /** {@code variable, old, new} */
  VARIABLE_CHANGED,
  /** {@code variable, old} */
  VARIABLE_REMOVED,
  /** {@code task, name} */
  TASK_CREATED,
  /** {@code task, assignee} */
  TASK_ASSIGNED,
  /** {@code task, assignee}: who it was taken from */
  TASK_UNASSIGNED,
  /** {@code task, name} */
  TASK_COMPLETED,
  /** {@code task, name, reason?} */
  TASK_CANCELLED,
  /** {@code task, change, changes}: a person changed it in another way */
  TASK_CHANGED,
  /** {@code incident, type, message} */
  INCIDENT_OPENED,
  /** {@code incident, type, message} */
  INCIDENT_RESOLVED,
  /** {@code job, message, retries} */
  JOB_FAILED,
  /** {@code job} */
  TIMER_FIRED,
  /** {@code task, topic, message, retries} */
  WORK_FAILED,
  /** {@code task, topic} */
  WORK_COMPLETED,
  /** {@code change, changes}: a person changed it in another way, for example a job's due date */
  EXECUTION_CHANGED
}
