package io.flowmaster.processes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remark on an element of a process.
 *
 * @param element the id of the element in the model, which may be gone by now
 * @param author who wrote it
 * @param resolvedAt when somebody called it settled; null while it is open
 * @param resolvedBy who did so
 */
public record ProcessComment(
    String id,
    @Schema(example = "Task_Approve") String element,
    @Schema(example = "Who stands in for the approver?") String message,
    @Schema(example = "designer") String author,
    @Schema(example = "Dora Designer") String authorName,
    Instant at,
    @Nullable Instant resolvedAt,
    @Schema(example = "manager") @Nullable String resolvedBy) {}
