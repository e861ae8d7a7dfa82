package io.flowmaster.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param id never changes
 * @param filename without a path and without what could trick a reader
 * @param mediaType by its content, whatever its sender said
 * @param size in bytes
 * @param sha256 of its bytes, in lower-case hex
 * @param pages how many pages, sheets or slides it has; 0 until it has been read
 * @param language of its text, ISO 639-1; null when it cannot be told
 * @param status how far it is
 * @param progress how far the reading is, in percent
 * @param cause why it could not be read; null unless it failed
 * @param ocr whether text was recognised in pictures; null until it has been read
 * @param notes what a reader should know, in sentences
 * @param title as the file itself names it; null when it does not
 * @param author as the file itself names it; null when it does not
 * @param readers who else may see it: {@code user:}, {@code role:}, {@code group:}, {@code
 *     everyone}
 * @param createdBy who brought it
 * @param createdAt when it came
 * @param updatedAt when it changed last
 */
public record DocumentView(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String id,
    @Schema(example = "invoice-4711.pdf") String filename,
    @Schema(example = "application/pdf") String mediaType,
    @Schema(example = "48213") long size,
    @Schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,
    @Schema(example = "2") int pages,
    @Schema(example = "de") @Nullable String language,
    DocumentStatus status,
    @Schema(example = "100") int progress,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Cause cause,
    @Nullable TextRecognition ocr,
    @Schema(example = "[\"Page 3 is a picture.\"]") List<String> notes,
    @Schema(example = "Invoice") @Nullable String title,
    @Schema(example = "Ana Muster") @Nullable String author,
    @Schema(example = "[\"role:manager\"]") List<String> readers,
    @Schema(example = "employee") String createdBy,
    Instant createdAt,
    Instant updatedAt) {

  public DocumentView {
    notes = List.copyOf(notes);
    readers = List.copyOf(readers);
  }

  /**
   * Why a document could not be read.
   *
   * @param code for a program: {@code encrypted}, {@code broken}, {@code macros}, {@code zip-bomb},
   *     {@code too-much-text}, {@code too-deep}, {@code image-too-large}, {@code doctype-refused},
   *     {@code too-slow}, {@code too-large-in-memory}, {@code kind-refused}, {@code
   *     content-missing}, {@code platform-failed}
   * @param detail for a person
   */
  public record Cause(
      @Schema(example = "encrypted") String code,
      @Schema(example = "It is encrypted; save it without a password.") String detail) {}
}
