package io.flowmaster.executions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A variable of the whole process, before and after; a JSON null is a value.
 *
 * @param old left out when it was not there
 * @param changed left out when it is removed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariableChange(
    @Schema(example = "amount") String name,
    @Schema(description = "Before; left out when it was not there", example = "1200.5")
        @Nullable JsonNode old,
    @Schema(description = "Afterwards; left out when it is removed", example = "900")
        @Nullable JsonNode changed) {}
