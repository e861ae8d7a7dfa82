package io.flowmaster.agents;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an agent may not decide alone; checked by the platform and not by the model.
 *
 * @param name says to its manager why the answer was held, at most 200 characters
 * @param condition FEEL over {@code output}, {@code variables} and {@code confidence}; the answer
 *     is held when it is true
 */
public record AgentLimit(
    @Schema(example = "Above 5000 euro a person decides") @NotBlank @Size(max = 200) String name,
    @Schema(example = "output.amount > 5000") @NotBlank @Size(max = 4000) String condition) {}
