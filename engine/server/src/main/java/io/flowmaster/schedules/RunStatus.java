package io.flowmaster.schedules;

/** Where a run stands. */
public enum RunStatus {
  /** Due; a node takes it at once, unless it waits for the end of an earlier one. */
  WAITING,
  /** Under way. */
  RUNNING,
  /** Done. */
  DONE,
  /** Refused or gone wrong; it is not repeated. */
  FAILED,
  /** Left out because an earlier one was under way. */
  SKIPPED
}
