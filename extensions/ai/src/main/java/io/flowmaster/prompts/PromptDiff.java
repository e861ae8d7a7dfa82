package io.flowmaster.prompts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What differs between two versions.
 *
 * @param from the version that is compared
 * @param to with this one
 * @param lines of both templates, in their order
 * @param addedVariables declared in {@code to} only
 * @param removedVariables declared in {@code from} only
 * @param changedVariables declared in both, but otherwise
 */
public record PromptDiff(
    @Schema(example = "2") int from,
    @Schema(example = "3") int to,
    List<Line> lines,
    @Schema(example = "[\"customer\"]") List<String> addedVariables,
    @Schema(example = "[\"name\"]") List<String> removedVariables,
    @Schema(example = "[\"amount\"]") List<String> changedVariables) {
  public PromptDiff {
    lines = List.copyOf(lines);
    addedVariables = List.copyOf(addedVariables);
    removedVariables = List.copyOf(removedVariables);
    changedVariables = List.copyOf(changedVariables);
  }

  /**
   * A line of a template.
   *
   * @param kind in which of the two it stands
   * @param text without its line break
   */
  @Schema(name = "PromptDiffLine")
  public record Line(
      @Schema(example = "ADDED") Kind kind, @Schema(example = "Be brief.") String text) {}

  /** In which version a line stands. */
  public enum Kind {
    BOTH,
    REMOVED,
    ADDED
  }
}
