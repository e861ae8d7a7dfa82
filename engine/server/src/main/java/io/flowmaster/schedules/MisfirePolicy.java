package io.flowmaster.schedules;

/** What becomes of runs whose time went by while no node of the platform was up. */
public enum MisfirePolicy {
  /** One run stands for all that were missed. */
  FIRE_ONCE,
  /** They are left out; the next run is the next one planned. */
  SKIP,
  /** Each is caught up, the oldest first, as many of the latest as the platform allows. */
  FIRE_ALL
}
