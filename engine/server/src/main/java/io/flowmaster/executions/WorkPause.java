package io.flowmaster.executions;

import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that is held back.
 *
 * @param processKey of this process, in all its versions; null for every process
 * @param activityId at this activity; null for every one
 * @param topic external tasks of this topic; null for jobs and external tasks alike
 * @param held how many jobs, external tasks and user tasks are held back by now
 */
public record WorkPause(
    String id,
    @Schema(example = "order") @Nullable String processKey,
    @Schema(example = "book-shipment") @Nullable String activityId,
    @Schema(example = "carrier") @Nullable String topic,
    @Nullable String reason,
    @Schema(example = "120") int held,
    UserId createdBy,
    Instant createdAt) {}
