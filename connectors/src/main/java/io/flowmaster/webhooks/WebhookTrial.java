package io.flowmaster.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery would cause; nothing was caused.
 *
 * @param counts whether the mapping's condition holds
 * @param variables the variables, or the data of the event
 * @param businessKey null for none
 * @param correlation values that the waiting execution must have
 * @param subject of the event; null for none
 */
public record WebhookTrial(
    boolean counts,
    @Schema(type = "object") Map<String, JsonNode> variables,
    @Nullable String businessKey,
    @Schema(type = "object") Map<String, JsonNode> correlation,
    @Nullable String subject) {}
