package io.flowmaster.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a task.
 *
 * @param onBehalfOf the person for whom the author wrote it, as a substitute; null for nobody
 */
public record TaskComment(
    String id,
    Instant at,
    @Schema(example = "employee") String author,
    @Schema(example = "Eve Employee") String authorName,
    @Schema(example = "manager") @Nullable String onBehalfOf,
    @Schema(example = "The customer calls back on Monday.") String message) {}
