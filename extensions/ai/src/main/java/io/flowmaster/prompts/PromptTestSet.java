package io.flowmaster.prompts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cases that a version of a prompt is tried on.
 *
 * @param id never changes
 * @param content what is tried
 * @param updatedAt when it was changed last; what was run before does not count any more
 * @param updatedBy who changed it last
 */
public record PromptTestSet(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8c") String id,
    Content content,
    @Schema(example = "2026-11-30T08:00:00Z") Instant updatedAt,
    @Schema(example = "ana") String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {

  /**
   * What is tried.
   *
   * @param name one in the prompt
   * @param target what the checks look at
   * @param modelClass which models answer; null for the usual
   * @param cases each counts the same
   * @param minScore what the score must be at least for the set to be passed, from 0 to 1
   * @param gates labels that only a version may have that passed the set
   */
  @Schema(name = "PromptTestSetContent")
  public record Content(
      @Schema(example = "Credit notes") @NotBlank @Size(max = 200) String name,
      @Schema(description = "what the checks look at", example = "RENDERED") @NotNull Target target,
      @Schema(description = "which models answer; the usual when absent", example = "usual")
          @Size(max = 200)
          @Nullable String modelClass,
      @NotEmpty @Size(max = 50) List<@Valid @NotNull Case> cases,
      @Schema(
              description = "the least score of who passes, from 0 to 1; 1 when absent",
              example = "0.9")
          @DecimalMin("0")
          @DecimalMax("1")
          @Nullable Double minScore,
      @Schema(
              description = "labels that only a version may have that passed the set",
              example = "[\"production\"]")
          @Size(max = 20)
          @Nullable List<@Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String> gates) {

    /** What the score must be at least. */
    public double leastScore() {
      return minScore == null ? 1 : minScore;
    }

    /** Whether a label is gated by it. */
    public boolean gating(String label) {
      return gates != null && gates.contains(label);
    }
  }

  /** What checks look at. */
  public enum Target {
    /** The filled in prompt. */
    RENDERED,
    /** What a model answers to it. */
    ANSWERED
  }

  /**
   * One use of the prompt.
   *
   * @param name for people
   * @param variables what is filled in
   * @param input what is asked of the model that the prompt instructs; null for the prompt alone
   * @param checks its score is the share of these that hold
   */
  @Schema(name = "PromptTestCase")
  public record Case(
      @Schema(example = "A credit note") @NotBlank @Size(max = 200) String name,
      @Schema(description = "what is filled in", example = "{\"customer\": \"Acme\"}")
          @Size(max = 100)
          @Nullable Map<String, JsonNode> variables,
      @Schema(
              description = "what is asked of the model that the prompt instructs",
              example = "Where does this invoice go?")
          @Size(max = 20_000)
          @Nullable String input,
      @NotEmpty @Size(max = 20) List<@Valid @NotNull Check> checks) {}

  /**
   * One thing that must hold of the text.
   *
   * @param kind how it is compared, without regard to case but for {@code EQUALS} and {@code
   *     MATCHES}
   * @param value with what
   */
  @Schema(name = "PromptCheck")
  public record Check(
      @Schema(description = "how the text is compared", example = "CONTAINS") @NotNull Kind kind,
      @Schema(description = "with what", example = "Acme") @NotNull @Size(min = 1, max = 2_000)
          String value) {}

  /** How a text is compared. */
  public enum Kind {
    CONTAINS,
    LACKS,
    EQUALS,
    /** A regular expression fits a part of it. */
    MATCHES,
    /** It has at most so many characters. */
    AT_MOST
  }
}
