package io.flowmaster.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a source that speaks to a question, word for word.
 *
 * @param id of the passage, for feedback and citations; a source that comes anew has new ones
 * @param text exactly as it stands in the source
 * @param source the source's title
 * @param sourceId the source's id
 * @param collection the id of its collection
 * @param document the id of the document that the source was taken from; null when it was a text
 * @param page where it stands, from 1; null when the source has no pages
 * @param section the headings above it, outermost first, apart by {@code >}; null when there are
 *     none
 * @param span where it stands in the source's text
 * @param score how well it fits, 0 to 1; comparable within one answer only
 * @param highlights the words of the question in {@code text}
 * @param ranking what the score is made of
 */
public record Passage(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
    @Schema(example = "Invoices are paid within 30 days.") String text,
    @Schema(example = "Purchasing handbook") String source,
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c10") String sourceId,
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c01") String collection,
    @Nullable String document,
    @Schema(example = "12") @Nullable Integer page,
    @Schema(example = "Payment > Terms") @Nullable String section,
    TextSpan span,
    @Schema(example = "0.83") double score,
    List<TextSpan> highlights,
    Ranking ranking) {

  public Passage {
    highlights = List.copyOf(highlights);
  }

  /**
   * What a score is made of.
   *
   * @param words how well the question's words fit (BM25), 0 to 1 within the answer
   * @param meaning how near in meaning it is: the cosine of the two vectors; 0 when it has none
   * @param feedback what people's ratings add or take, as a factor from 0.9 to 1.1
   */
  public record Ranking(
      @Schema(example = "0.71") double words,
      @Schema(example = "0.64") double meaning,
      @Schema(example = "1.0") double feedback) {}
}
