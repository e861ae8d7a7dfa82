package io.flowmaster.dxg;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One sentence, and what holds it.
 *
 * @param sources never empty
 */
@Schema(name = "CaseStatement")
public record Statement(
    @Schema(description = "The sentence", example = "The task was due two days ago.") String text,
    @Schema(description = "What holds it") List<SourceRef> sources) {
  public Statement {
    sources = List.copyOf(sources);
  }
}
