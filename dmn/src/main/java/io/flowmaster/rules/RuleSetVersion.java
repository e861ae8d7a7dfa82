package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version; it never changes.
 *
 * @param version counts from 1 for each rule set
 * @param deploymentId the engine's deployment that brought it
 * @param checksum SHA-256 of the model's bytes, in hex
 * @param dmnXml the model; left out in lists
 */
public record RuleSetVersion(
    @Schema(example = "3") int version,
    String deploymentId,
    String checksum,
    @Nullable String changelog,
    Instant publishedAt,
    String publishedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dmnXml) {}
