package io.flowmaster.schedules;

import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a schedule.
 *
 * @param schedule whose run it is
 * @param trigger why it is
 * @param scheduledAt the time that was meant; when somebody asked, that time
 * @param startedAt null while it waits, and when it was left out
 * @param endedAt null while it is not over
 * @param code why it failed or was left out, as in a problem's type; null otherwise
 * @param message what came of it, or the same as a sentence
 * @param subject what it made or began
 * @param runAs for whom it ran
 */
public record ScheduleRun(
    String id,
    ScheduleId schedule,
    RunTrigger trigger,
    RunStatus status,
    Instant scheduledAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(example = "process-not-found") @Nullable String code,
    @Nullable String message,
    @Schema(example = "execution/5f0b9b1e-c9a5-11ef-9cd2-0242ac120002") @Nullable String subject,
    UserId runAs) {}
