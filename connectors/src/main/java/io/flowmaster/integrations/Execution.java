package io.flowmaster.integrations;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call that worked.
 *
 * @param output what the other system answered; null when it answers nothing
 * @param durationMillis how long it took
 */
@Schema(name = "IntegrationExecution")
public record Execution(@Nullable JsonNode output, long durationMillis) {}
