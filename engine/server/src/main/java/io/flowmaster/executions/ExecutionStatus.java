package io.flowmaster.executions;

/** Where an execution stands. */
public enum ExecutionStatus {
  /** Under way: it works, or waits for a person, a worker, a timer or a message. */
  RUNNING,
  /** Held by a person; nothing of it, nor of the processes it called, goes on until resumed. */
  PAUSED,
  /** Reached its end. */
  COMPLETED,
  /** Ended before its end, by a person or by the process that called it. */
  CANCELLED,
  /**
   * Under way, not paused, and at least one incident is open in it or in a process that it called:
   * some work failed until its retries were used up. Other branches may still go on; a retry, a
   * token moved away or a changed variable brings it back to {@link #RUNNING}.
   */
  FAILED
}
