package io.flowmaster.schedules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a schedule would do.
 *
 * @param runs the next twenty, fewer when there are no more
 * @param misfire what would become of runs that the platform misses
 */
public record SchedulePreview(
    List<PlannedRun> runs,
    @Schema(
            example =
                "Were the platform away for the first 3 of these runs, one run would stand for them, as soon as it is back.")
        String misfire) {
  public SchedulePreview {
    runs = List.copyOf(runs);
  }
}
