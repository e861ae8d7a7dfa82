package io.flowmaster.schedules;

/** What becomes of a time at which nobody works, by the schedule's calendar. */
public enum OutsideHours {
  /** It is left out. */
  SKIP,
  /** The run is at the next moment at which somebody works; one run stands for all such times. */
  SHIFT
}
