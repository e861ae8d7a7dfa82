package io.flowmaster.schedules.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many schedules there may be and how often they may run.
 *
 * @param mostSchedules of one tenant
 * @param shortestInterval the least time between two runs of a schedule
 * @param missedAfter a run that is later than this was missed, and the misfire policy decides
 * @param mostCaughtUp so many missed runs are caught up at most
 * @param overlapCheck how often a run that waits for an earlier one looks whether that is over
 * @param keepRuns how long the history keeps a run
 */
@Validated
@ConfigurationProperties("flowmaster.schedules")
record SchedulesProperties(
    @Shown @DefaultValue("1000") @Min(1) @Max(100_000) int mostSchedules,
    @Shown @DefaultValue("PT1M") Duration shortestInterval,
    @Shown @DefaultValue("PT1M") Duration missedAfter,
    @Shown @DefaultValue("100") @Min(1) @Max(1_000) int mostCaughtUp,
    @Shown @DefaultValue("PT10S") Duration overlapCheck,
    @Shown @DefaultValue("P90D") Duration keepRuns) {}
