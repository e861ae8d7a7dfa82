package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that failed and waits for somebody to repair it.
 *
 * @param type {@code failedJob}, {@code failedExternalTask}, or a type of the model's own
 * @param rootCause the innermost cause; null when there is none, and in lists
 * @param retries how often the engine will still try by itself; null when it is not retried work
 * @param executionId where it failed: this execution, or one of a called process
 * @param callActivityId the call activity of the outermost process through which the failed process
 *     was called; null when it failed in the outermost one
 */
public record IncidentView(
    String id,
    @Schema(example = "failedJob") String type,
    @Schema(example = "book-shipment") String activityId,
    @Schema(example = "Book shipment") @Nullable String activityName,
    @Schema(
            description = "What went wrong, as the engine or the worker said it",
            example = "Carrier refused: unknown postal code")
        @Nullable String message,
    @Schema(description = "The innermost cause; only when a single execution is read")
        @Nullable String rootCause,
    @Schema(description = "When it failed for the last time that counted") Instant since,
    @Schema(description = "Retries left", example = "0") @Nullable Integer retries,
    @Schema(description = "The execution it failed in: this one or a called one")
        String executionId,
    @Schema(example = "shipment") String processKey,
    @Schema(description = "The call activity of this execution that leads to the failed process")
        @Nullable String callActivityId) {}
