package io.flowmaster.prompts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * A prompt.
 *
 * @param id never changes
 * @param name one in the tenant; others include it by this
 * @param description what it is for; may be empty
 * @param latestVersion its newest version
 * @param labels the version that has each label
 * @param createdBy who made it
 * @param createdAt when it was made
 * @param updatedAt when anything of it was changed last
 * @param updatedBy who changed it last
 */
public record PromptView(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8b") String id,
    @Schema(example = "invoice-coding") String name,
    @Schema(example = "Proposes cost centres for invoices") String description,
    @Schema(example = "3") int latestVersion,
    @Schema(example = "{\"production\": 2}") Map<String, Integer> labels,
    @Schema(example = "ana") String createdBy,
    @Schema(example = "2026-11-30T08:00:00Z") Instant createdAt,
    @Schema(example = "2026-11-30T08:00:00Z") Instant updatedAt,
    @Schema(example = "ana") String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {
  public PromptView {
    labels = Map.copyOf(labels);
  }
}
