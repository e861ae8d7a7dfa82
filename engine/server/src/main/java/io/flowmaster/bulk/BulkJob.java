package io.flowmaster.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bulk job and how far it is. The counts follow within seconds while it runs and are exact once
 * it has ended.
 *
 * @param total how many things it is for, settled when it was asked for
 * @param done how many are done
 * @param failed how many were refused or went wrong
 * @param skipped how many needed nothing
 * @param pending how many are still to come; of a cancelled job, how many were left alone
 * @param canUndo whether it can be undone now
 * @param undoOf the job that this one undoes
 * @param undoneBy the job that undoes this one
 */
public record BulkJob(
    BulkJobId id,
    @Schema(description = "What is done to each item", example = "executions.pause") String action,
    Status status,
    @Schema(example = "1200") int total,
    @Schema(example = "800") int done,
    @Schema(example = "3") int failed,
    @Schema(example = "17") int skipped,
    @Schema(example = "380") int pending,
    @Schema(description = "What was asked for beside the items") Map<String, JsonNode> parameters,
    @Nullable String reason,
    boolean canUndo,
    @Nullable BulkJobId undoOf,
    @Nullable BulkJobId undoneBy,
    @Schema(description = "Who asked for it; each item is done with this actor's rights")
        UserId createdBy,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** How far a job is. */
  public enum Status {
    /** Under way. */
    RUNNING,
    /** Every item had its turn. */
    FINISHED,
    /** Somebody stopped it; what was done stays done. */
    CANCELLED
  }
}
