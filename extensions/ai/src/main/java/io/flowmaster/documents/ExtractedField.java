package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a document has for a field.
 *
 * @param value as it stands there
 * @param normalized the same in one form: dates as ISO 8601, numbers with a point
 * @param page on which it stands; null when it stands only in the embedded XML
 * @param start where it begins in the text of the whole document; null with the page
 * @param end where it ends there, exclusive; null with the page
 * @param confidence from 0 to 1: the more ways lead to the same value, the higher
 * @param sources the ways: {@code label}, {@code shape}, {@code arithmetic}, {@code xml}, {@code
 *     template}, {@code model}, {@code person}
 */
public record ExtractedField(
    @Schema(example = "4711") String value,
    @Schema(example = "4711") String normalized,
    @Schema(example = "1") @Nullable Integer page,
    @Schema(example = "120") @Nullable Integer start,
    @Schema(example = "124") @Nullable Integer end,
    @Schema(example = "0.96") double confidence,
    @Schema(example = "[\"label\", \"template\"]") List<String> sources) {

  public ExtractedField {
    sources = List.copyOf(sources);
  }
}
