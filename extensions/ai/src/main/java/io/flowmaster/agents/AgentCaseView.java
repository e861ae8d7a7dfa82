package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case of an agent's evaluation set.
 *
 * @param id never changes
 * @param input what it is asked
 * @param expected what it has to answer
 * @param example the correction that it comes from; null for none
 * @param createdBy who made it
 * @param createdAt when
 */
public record AgentCaseView(
    String id,
    @Schema(implementation = Object.class) JsonNode input,
    @Schema(implementation = Object.class) JsonNode expected,
    @Nullable String example,
    String createdBy,
    Instant createdAt) {}
