package io.flowmaster.dxg;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a question about a case.
 *
 * @param answer null when nothing in the case supports one
 * @param sources of the answer; empty when there is none
 * @param statements what the answer was taken from, the most fitting first
 * @param confidence from 0 to 1; 0 without an answer
 * @param generatedBy {@code rules}, or the model that worded it
 */
public record CaseAnswer(
    @Schema(example = "Check the customer was completed by employee.") @Nullable String answer,
    List<SourceRef> sources,
    List<Statement> statements,
    @Schema(example = "0.74") double confidence,
    @Schema(example = "rules") String generatedBy) {
  public CaseAnswer {
    sources = List.copyOf(sources);
    statements = List.copyOf(statements);
  }
}
