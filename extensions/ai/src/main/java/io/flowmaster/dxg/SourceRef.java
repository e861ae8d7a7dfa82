package io.flowmaster.dxg;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement or a value comes from.
 *
 * @param ref the id of the thing: a variable's name, a task's, comment's, attachment's, document's
 *     or execution's id, or a rule set's key
 * @param label what to call it
 * @param by who said or set it; null when nobody in particular did
 * @param at when; null when that says nothing
 */
@Schema(name = "CaseSource")
public record SourceRef(
    @Schema(description = "What sort of thing it is") Kind kind,
    @Schema(example = "amount") String ref,
    @Schema(example = "Variable amount") String label,
    @Schema(example = "employee") @Nullable String by,
    @Nullable Instant at) {

  /** What a statement can come from. */
  @Schema(name = "CaseSourceKind")
  public enum Kind {
    TASK,
    EXECUTION,
    VARIABLE,
    EVENT,
    COMMENT,
    ATTACHMENT,
    DOCUMENT,
    KNOWLEDGE,
    RELATED_CASE,
    SIMILAR_CASE,
    RULE
  }

  /** Nobody in particular, at no time in particular. */
  public static SourceRef of(Kind kind, String ref, String label) {
    return new SourceRef(kind, ref, label, null, null);
  }
}
