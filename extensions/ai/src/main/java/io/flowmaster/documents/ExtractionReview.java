package io.flowmaster.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An extraction that a person looks at, because a field is below the threshold.
 *
 * @param id never changes
 * @param document whose
 * @param filename of the document
 * @param sender whose document it seems to be
 * @param status whether it waits
 * @param confidence of the least certain field
 * @param fields what was found; after the review what is right
 * @param createdAt since when it waits
 * @param reviewedBy who looked at it; null while it waits
 * @param reviewedAt when; null while it waits
 */
public record ExtractionReview(
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c12") String id,
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String document,
    @Schema(example = "invoice-4711.pdf") String filename,
    @Schema(example = "vat:DE136695976") String sender,
    Status status,
    @Schema(example = "0.55") double confidence,
    Map<String, ExtractedField> fields,
    Instant createdAt,
    @Schema(example = "employee") @Nullable String reviewedBy,
    @Nullable Instant reviewedAt) {

  /** Whether a review waits. */
  public enum Status {
    OPEN,
    DONE
  }
}
