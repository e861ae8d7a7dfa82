package io.flowmaster.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a task's audit trail.
 *
 * @param actor who did it; {@code system} for timers, jobs and the engine itself
 * @param onBehalfOf the person for whom the actor did it, as a substitute; null for nobody
 * @param field the member that changed, by its name in JSON; {@code variables/<name>} for what was
 *     answered
 */
public record TaskAuditEntry(
    String id,
    Instant at,
    @Schema(example = "employee") String actor,
    @Schema(example = "manager") @Nullable String onBehalfOf,
    @Schema(example = "assignee") String field,
    @Nullable String oldValue,
    @Schema(example = "employee") @Nullable String newValue) {}
