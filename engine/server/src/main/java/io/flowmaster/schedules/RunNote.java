package io.flowmaster.schedules;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something about a planned run that is not plain from the schedule.
 *
 * @param code what it is about
 */
public record RunNote(
    Code code,
    @Schema(
            description = "The same as a sentence",
            example = "02:30 does not exist on 2026-03-29 in Europe/Berlin: it runs at 03:30.")
        String text) {

  /** What it is about. */
  @Schema(name = "RunNoteCode")
  public enum Code {
    /** The clock is put forward over its time: it runs as much later. */
    DST_SHIFTED,
    /** The clock is put forward over times before it, which do not exist on that day. */
    DST_SKIPPED,
    /** The clock is put back over its time: it runs the first time only. */
    DST_ONCE,
    /** The clock is put back over its time: it runs both times, and this is the second. */
    DST_REPEATED,
    /** Its time is outside of the calendar's working time: it runs when work begins. */
    OUTSIDE_HOURS_SHIFTED,
    /** Times before it are outside of the calendar's working time and left out. */
    OUTSIDE_HOURS_SKIPPED
  }
}
