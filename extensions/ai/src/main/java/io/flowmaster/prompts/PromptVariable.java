package io.flowmaster.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a prompt needs.
 *
 * @param name letters, digits and underscores
 * @param type what its value is
 * @param description for who fills it in
 * @param fallback its value when none is given; null when one must be given
 */
public record PromptVariable(
    @Schema(example = "customer") @NotNull @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,63}")
        String name,
    @Schema(description = "what its value is", example = "STRING") @NotNull Type type,
    @Schema(example = "Whose invoice it is") @Size(max = 500) @Nullable String description,
    @Schema(
            description = "its value when none is given; absent when one must be given",
            type = "object")
        @Nullable JsonNode fallback) {

  public PromptVariable {
    // Written as JSON, nothing comes back as a value.
    fallback = fallback == null || fallback.isNull() ? null : fallback;
  }

  /** What a value is, in the words of JSON Schema. */
  public enum Type {
    STRING,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT,
    ANY
  }
}
