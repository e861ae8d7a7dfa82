package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param actor id of the person, worker or agent that did it; {@code system} for the platform
 *     itself
 * @param onBehalfOf id of the person for whom it was done; null when the actor acted for itself
 * @param action the fact, for example {@code TaskAssigned}
 * @param subject what it was done to, as {@code kind/id}
 * @param detail the fact's own values
 */
public record AuditEntry(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
    Instant at,
    @Schema(example = "employee") String actor,
    @Schema(example = "Eve Employee") String actorName,
    Actor.Kind actorKind,
    @Schema(example = "manager") @Nullable String onBehalfOf,
    @Schema(example = "TaskAssigned") String action,
    @Schema(example = "task/01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String subject,
    JsonNode detail,
    @Nullable String requestId) {}
