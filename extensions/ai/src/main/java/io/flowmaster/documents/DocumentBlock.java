package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A part of a page as it is laid out.
 *
 * @param kind what it is
 * @param level of a heading from 1, of a list item its depth from 1; 0 for the rest
 * @param start where it begins in the text of the whole document, in UTF-16 units
 * @param end where it ends there, exclusive
 */
public record DocumentBlock(
    Kind kind,
    @Schema(example = "1") int level,
    @Schema(example = "0") int start,
    @Schema(example = "24") int end) {

  /** What a block is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_ROW
  }
}
