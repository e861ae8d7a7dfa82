package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one start of several brought; {@code GET /executions/{id}} says the rest.
 *
 * @param status {@code COMPLETED} when it ran to its end without waiting, else {@code RUNNING}
 */
public record StartedExecution(
    @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120002") String id,
    @Schema(example = "order") String processKey,
    @Schema(example = "3") int version,
    @Schema(example = "ORD-2041") @Nullable String businessKey,
    @Schema(
            description =
                "COMPLETED: it ran to its end without waiting. RUNNING: it waits for something.")
        ExecutionStatus status) {}
