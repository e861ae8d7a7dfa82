package io.flowmaster.models;

import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guardrails of the current tenant. */
public interface Guardrails {

  /** What is in force. */
  Stored get();

  Stored change(GuardrailRules rules, @Nullable String ifMatch);

  /** What the rules in force make of a text that came from outside. */
  Trial test(String text);

  /** Rules and how often they were changed. */
  record Stored(GuardrailRules rules, Revision revision) {}

  /**
   * What became of a text.
   *
   * @param sent what a model would be sent
   * @param rules which rules changed it; empty when none did
   * @param blocked whether nothing would be sent
   */
  @Schema(name = "GuardrailTrial")
  record Trial(
      @Schema(example = "Write to person-1@redacted.invalid") String sent,
      @Schema(example = "[\"redacted-email\"]") List<String> rules,
      @Schema(example = "false") boolean blocked) {}
}
