package io.flowmaster.schedules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A run to come.
 *
 * @param at when it will run
 * @param local the same in the schedule's time zone
 * @param notes what is not plain from the schedule; mostly empty
 */
public record PlannedRun(
    @Schema(example = "2026-03-29T01:30:00Z") Instant at,
    @Schema(example = "2026-03-29T03:30:00+02:00") String local,
    List<RunNote> notes) {
  public PlannedRun {
    notes = List.copyOf(notes);
  }
}
