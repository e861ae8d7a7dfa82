package io.flowmaster.models;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a tenant does about instructions that hide in texts, and about what must not leave.
 *
 * @param injection of sentences in questions and tool results that give the model orders
 * @param redact what is replaced by a stand-in before a question leaves the machine; the answer has
 *     it back
 * @param output of secrets and account numbers in an answer that no question had, and of pictures
 *     that would carry data away
 * @param deniedTerms a question that contains one is blocked
 */
public record GuardrailRules(
    @Schema(
            description = "what is done about sentences that give the model orders",
            example = "REMOVE")
        @NotNull
        Mode injection,
    @Schema(
            description = "what is replaced before a question leaves the machine",
            example = "[\"EMAIL\", \"IBAN\"]")
        @NotNull
        @Size(max = 20)
        Set<@NotNull Pii> redact,
    @Schema(
            description =
                "what is done about secrets, account numbers and tracking pictures in answers",
            example = "REMOVE")
        @NotNull
        Mode output,
    @Schema(description = "a question with one of them is blocked", example = "[\"Project X\"]")
        @NotNull
        @Size(max = 100)
        List<@NotBlank @Size(max = 100) String> deniedTerms) {

  public GuardrailRules {
    redact = redact == null ? null : Set.copyOf(redact);
    deniedTerms = deniedTerms == null ? null : List.copyOf(deniedTerms);
  }

  /** Where an administrator said nothing. */
  public static final GuardrailRules USUAL =
      new GuardrailRules(Mode.REMOVE, EnumSet.allOf(Pii.class), Mode.REMOVE, List.of());

  /** What is done about a find. */
  public enum Mode {
    OFF,
    /** It is cut out, and the rest goes on. */
    REMOVE,
    /** Nothing goes on. */
    BLOCK
  }

  /** What tells who somebody is, or opens something. */
  public enum Pii {
    EMAIL,
    PHONE,
    IBAN,
    CARD,
    NATIONAL_ID,
    SECRET
  }
}
