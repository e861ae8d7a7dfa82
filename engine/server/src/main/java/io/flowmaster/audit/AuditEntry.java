package io.flowmaster.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param seq its place in the tenant's chain, counted from 1; null while it waits to be sealed
 * @param actor id of the person, worker or agent that did it; {@code system} for the platform
 *     itself
 * @param onBehalfOf id of the person for whom it was done; null when the actor acted for itself
 * @param action the fact, for example {@code TaskAssigned}
 * @param subject what it was done to, as {@code kind/id}
 * @param detail the fact's own values
 * @param before what differs, as it was; null when there was nothing or the detail says it all
 * @param after what differs, as it became
 * @param traceId the distributed trace (W3C Trace Context) that it belongs to
 * @param erasure the erasure that took a person's data out of this entry; null when none did
 */
public record AuditEntry(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
    @Schema(example = "4711") @Nullable Long seq,
    Instant at,
    @Schema(example = "employee") String actor,
    @Schema(example = "Eve Employee") String actorName,
    Actor.Kind actorKind,
    @Schema(example = "manager") @Nullable String onBehalfOf,
    @Schema(example = "TaskAssigned") String action,
    @Schema(example = "task/01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String subject,
    JsonNode detail,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String requestId,
    @Schema(example = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable String traceId,
    @Nullable String erasure) {}
