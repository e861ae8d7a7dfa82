package io.flowmaster.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing of a bulk job.
 *
 * @param id the id of the thing
 * @param code why it failed or was skipped, as in a problem's type; null otherwise
 * @param message the same as a sentence
 * @param detail what the action found out
 * @param at when it was decided; null while pending
 */
public record BulkItem(
    @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120002") String id,
    Status status,
    @Schema(example = "execution-ended") @Nullable String code,
    @Nullable String message,
    @Schema(description = "What the action found out, for example which work passed")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable JsonNode detail,
    @Nullable Instant at) {

  /** What became of it. */
  public enum Status {
    /** Its turn is still to come. */
    PENDING,
    /** Done. */
    DONE,
    /** Refused or gone wrong; nothing of it was kept unless the detail says so. */
    FAILED,
    /** Needed nothing. */
    SKIPPED,
    /** Left alone because the job was cancelled. */
    NOT_DONE
  }
}
