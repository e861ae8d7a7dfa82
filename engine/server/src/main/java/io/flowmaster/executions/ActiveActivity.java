package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a token is.
 *
 * @param name null when the model gives none
 * @param type the BPMN element, for example {@code userTask}
 * @param since when the token came there
 */
public record ActiveActivity(
    @Schema(description = "Id of the BPMN element", example = "approve-order") String activityId,
    @Schema(example = "Approve order") @Nullable String name,
    @Schema(description = "Kind of the BPMN element", example = "userTask") String type,
    Instant since) {}
