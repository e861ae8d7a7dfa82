package io.flowmaster.schedules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Runs of one schedule whose time went by while no node of the platform was up.
 *
 * @param schedule whose runs
 * @param firstAt when the first was due
 * @param lastAt when the last was due
 * @param missed how many were due
 * @param caughtUp how many of them run after all
 * @param misfire what the schedule said about missed runs then
 * @param noticedAt when the platform was back
 */
public record MissedRuns(
    String id,
    ScheduleId schedule,
    @Schema(description = "The schedule's name then", example = "Nightly booking") String name,
    Instant firstAt,
    Instant lastAt,
    @Schema(example = "3") int missed,
    @Schema(example = "1") int caughtUp,
    MisfirePolicy misfire,
    Instant noticedAt) {}
