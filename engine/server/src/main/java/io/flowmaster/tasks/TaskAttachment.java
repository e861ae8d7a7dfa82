package io.flowmaster.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A file on a task.
 *
 * @param size in bytes
 * @param sha256 of the content, in hex
 */
public record TaskAttachment(
    String id,
    Instant at,
    @Schema(example = "employee") String author,
    @Schema(example = "offer.pdf") String filename,
    @Schema(example = "application/pdf") String mediaType,
    long size,
    String sha256) {}
