package io.flowmaster.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A remark on a task. */
public record TaskComment(
    String id,
    Instant at,
    @Schema(example = "employee") String author,
    @Schema(example = "Eve Employee") String authorName,
    @Schema(example = "The customer calls back on Monday.") String message) {}
