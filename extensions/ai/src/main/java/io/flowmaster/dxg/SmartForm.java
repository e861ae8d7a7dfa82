package io.flowmaster.dxg;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form with what can be known of its fields. All maps have the field's path as their key, with
 * dots between the levels.
 *
 * @param form the form-js schema; null when the task has none
 * @param values what each field holds: what a person typed, what the case knows, or a suggestion
 * @param confidence from 0 to 1, for each value
 * @param provenance where each value comes from
 * @param suggested the fields whose value is a suggestion, to be marked until a person confirms it
 * @param paused fields that are not filled in any more because people kept correcting them
 */
public record SmartForm(
    @Nullable JsonNode form,
    Map<String, JsonNode> values,
    @Schema(example = "{\"segment\": 0.86}") Map<String, Double> confidence,
    Map<String, Provenance> provenance,
    @Schema(example = "[\"segment\"]") List<String> suggested,
    @Schema(example = "[\"costCenter\"]") List<String> paused) {
  public SmartForm {
    suggested = List.copyOf(suggested);
    paused = List.copyOf(paused);
  }

  /** Where a value comes from. */
  @Schema(name = "ValueProvenance")
  public record Provenance(
      @Schema(description = "By which way it was found") Origin origin,
      @Schema(description = "Why, for a person", example = "9 of 10 similar cases have this value.")
          String text,
      @Schema(description = "What holds it") List<SourceRef> sources) {
    public Provenance {
      sources = List.copyOf(sources);
    }
  }

  /** By which way a value was found. */
  @Schema(name = "ValueOrigin")
  public enum Origin {
    /** A person typed it; never replaced. */
    TYPED,
    /** The case has it under the field's own name. */
    VARIABLE,
    /** The case has it under a like name. */
    LIKE_NAMED,
    /** A case about the same thing has it. */
    RELATED_CASE,
    /** Most similar cases have it. */
    SIMILAR_CASES,
    /** It was read in a document of the case. */
    DOCUMENT
  }
}
