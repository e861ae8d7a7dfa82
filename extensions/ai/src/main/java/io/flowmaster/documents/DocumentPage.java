package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The text of one page, sheet or slide.
 *
 * @param page its number, from 1
 * @param start where it begins in the text of the whole document, in UTF-16 units
 * @param end where it ends there, exclusive; {@code end - start} is the text's length
 * @param text what stands on it; rows of tables are lines, their cells apart by tabs
 * @param blocks its headings, paragraphs, list items and rows, in order
 */
public record DocumentPage(
    @Schema(example = "1") int page,
    @Schema(example = "0") int start,
    @Schema(example = "412") int end,
    @Schema(example = "Invoice No. 4711") String text,
    List<DocumentBlock> blocks) {

  public DocumentPage {
    blocks = List.copyOf(blocks);
  }
}
