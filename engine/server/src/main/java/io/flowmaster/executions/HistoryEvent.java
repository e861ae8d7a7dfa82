package io.flowmaster.executions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param actor the person or worker that did it; null for the engine itself
 * @param detail the event's own values; never null, empty when there are none
 * @param executionId the called execution it happened in; null (left out) for the one that was
 *     asked for
 */
public record HistoryEvent(
    Instant at,
    HistoryEventType type,
    @Schema(example = "approve-order") @Nullable String activityId,
    @Schema(example = "Approve order") @Nullable String activityName,
    @Schema(
            description = "The person or worker that did it; null for the engine",
            example = "manager")
        @Nullable String actor,
    @Schema(
            description = "What the type calls for",
            example = "{\"variable\": \"amount\", \"old\": 1200, \"new\": 900}")
        Map<String, ?> detail,
    @Schema(description = "The called execution it happened in; absent for this one")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String executionId) {}
