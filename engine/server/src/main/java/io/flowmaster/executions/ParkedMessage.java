package io.flowmaster.executions;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that came before anybody waited for it.
 *
 * @param executionId the only execution that may receive it; null for any
 * @param correlation values that variables of the receiver must have
 * @param variables set in the execution that receives it
 * @param sentBy who sent it; it is received in this name
 * @param expiresAt when it is thrown away, unless somebody receives it before
 * @param tries how often somebody seemed to wait for it
 * @param problem why the last try failed; null when nothing went wrong
 */
public record ParkedMessage(
    String id,
    @Schema(example = "payment-received") String name,
    @Nullable String businessKey,
    @Nullable ExecutionId executionId,
    Map<String, JsonNode> correlation,
    Map<String, JsonNode> variables,
    UserId sentBy,
    @Schema(description = "Since when it waits") Instant parkedAt,
    Instant expiresAt,
    int tries,
    @Nullable String problem) {}
