package io.flowmaster.schedules;

/**
 * What becomes of a run that is due while what an earlier one of the schedule began is under way.
 */
public enum OverlapPolicy {
  /** It runs beside it. */
  ALLOW,
  /** It is left out. */
  SKIP,
  /** It waits for the end of the earlier one; while one waits already, it is left out. */
  QUEUE_ONE
}
