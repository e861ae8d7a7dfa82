package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A passage of a document that was found.
 *
 * @param document its id
 * @param filename of the document
 * @param page on which the passage stands
 * @param start where it begins in the text of the whole document, in UTF-16 units
 * @param end where it ends there, exclusive
 * @param text the passage
 * @param score the higher the better; only for putting hits in order
 * @param by whether its words or its meaning led to it
 */
public record DocumentHit(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String document,
    @Schema(example = "contract.pdf") String filename,
    @Schema(example = "2") int page,
    @Schema(example = "1024") int start,
    @Schema(example = "1391") int end,
    @Schema(example = "The notice period is three months.") String text,
    @Schema(example = "0.032") double score,
    By by) {

  /** What led to it. */
  public enum By {
    WORDS,
    MEANING,
    BOTH
  }
}
