package io.flowmaster.schedules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schedule. It has one of {@code cron}, {@code every} and {@code at}.
 *
 * @param cron five fields, or six with seconds in front
 * @param every a duration as in ISO 8601
 * @param at the one time at which it runs
 * @param timezone the time zone of the cron expression
 * @param action what it does: the type, and what that needs
 * @param misfire what becomes of runs that were missed while the platform was away
 * @param overlap what becomes of a run while an earlier one is under way
 * @param calendar the business calendar whose working time counts; null for none
 * @param outsideHours what becomes of times outside of the calendar's working time
 * @param nextRunAt null when paused or ended
 * @param nextRuns the next five; left out in lists
 * @param runsAs for whom it runs, with the rights that this actor has then
 */
@Schema(name = "Schedule")
public record Schedule(
    ScheduleId id,
    @Schema(example = "Nightly booking") String name,
    @Schema(example = "30 2 * * MON-FRI") @Nullable String cron,
    @Schema(example = "PT15M") @Nullable String every,
    @Nullable Instant at,
    @Schema(example = "Europe/Berlin") String timezone,
    @Schema(example = "{\"type\": \"start-process\", \"processKey\": \"booking\"}")
        Map<String, JsonNode> action,
    MisfirePolicy misfire,
    OverlapPolicy overlap,
    @Schema(example = "berlin") @Nullable String calendar,
    OutsideHours outsideHours,
    ScheduleStatus status,
    @Nullable Instant nextRunAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PlannedRun> nextRuns,
    UserId runsAs,
    Instant createdAt,
    Instant updatedAt,
    UserId updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {}
