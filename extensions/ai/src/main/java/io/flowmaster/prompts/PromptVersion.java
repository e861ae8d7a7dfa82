package io.flowmaster.prompts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A version of a prompt, which never changes.
 *
 * @param prompt whose version it is
 * @param version counts up from 1
 * @param template Mustache; {@code {{> name}}} includes another prompt, {@code {{> name@3}}} that
 *     version of it, {@code {{> name@staging}}} what has that label
 * @param variables what it needs
 * @param changelog what is new in it; may be empty
 * @param createdBy who made it
 * @param createdAt when it was made
 */
public record PromptVersion(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8b") String prompt,
    @Schema(example = "3") int version,
    @Schema(example = "You check invoices of {{customer}}.") String template,
    List<PromptVariable> variables,
    @Schema(example = "Says what to do with credit notes") String changelog,
    @Schema(example = "ana") String createdBy,
    @Schema(example = "2026-11-30T08:00:00Z") Instant createdAt) {
  public PromptVersion {
    variables = List.copyOf(variables);
  }
}
