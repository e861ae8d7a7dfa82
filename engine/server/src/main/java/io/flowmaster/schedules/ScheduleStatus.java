package io.flowmaster.schedules;

/** Where a schedule stands. */
public enum ScheduleStatus {
  /** It runs when its time has come. */
  ACTIVE,
  /** Held by a person; what would be due meanwhile is not caught up. */
  PAUSED,
  /** No time is left at which it would run. */
  ENDED
}
