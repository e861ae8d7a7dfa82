package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The stack trace behind an incident.
 *
 * @param text empty when the engine kept none
 * @param truncated whether the text was cut at 100,000 characters
 */
public record IncidentTrace(
    String incidentId,
    @Schema(example = "java.lang.IllegalStateException: …") String text,
    boolean truncated) {}
