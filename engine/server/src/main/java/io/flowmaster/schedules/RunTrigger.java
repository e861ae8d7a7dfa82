package io.flowmaster.schedules;

/** Why a run is. */
public enum RunTrigger {
  /** Its time had come. */
  TIME,
  /** Its time went by while the platform was away. */
  CAUGHT_UP,
  /** Somebody asked for it. */
  PERSON
}
