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
    @Schema(example = "The task was due two days ago.") String text, List<SourceRef> sources) {
  public Statement {
    sources = List.copyOf(sources);
  }
}
