package io.flowmaster.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer and what it rests on.
 *
 * @param answer what a language model says, each sentence with the numbers of the passages it rests
 *     on in brackets: {@code [1]} is the first of {@code passages}; null when none wrote one
 * @param by who answered
 * @param note why there is no answer, or what to know about it; null when nothing
 * @param passages best first; empty when there is no evidence
 */
public record KnowledgeAnswer(
    @Schema(example = "Invoices are paid within 30 days [1].")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String answer,
    By by,
    @Schema(example = "No language model is configured: these are the passages that fit best.")
        @Nullable String note,
    List<Passage> passages) {

  public KnowledgeAnswer {
    passages = List.copyOf(passages);
  }

  /** Who answered. */
  public enum By {
    /** A language model, from the passages. */
    MODEL,
    /** Nobody wrote an answer: the passages are it. */
    PASSAGES,
    /** Nothing: there is no evidence. */
    NOTHING
  }
}
