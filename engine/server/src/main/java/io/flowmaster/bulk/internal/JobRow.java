package io.flowmaster.bulk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkJobId;
import io.flowmaster.platform.Actor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param actor who asked, with the rights of that moment
 * @param member whether the actor was a user of the tenant then; clients and users of elsewhere are
 *     not
 */
record JobRow(
    String id,
    String action,
    Map<String, JsonNode> parameters,
    @Nullable String reason,
    BulkJob.Status status,
    int total,
    ItemCounts counts,
    @Nullable String undoOf,
    @Nullable String undoneBy,
    Actor actor,
    boolean member,
    Instant createdAt,
    @Nullable Instant endedAt) {

  boolean hasEnded() {
    return status != BulkJob.Status.RUNNING;
  }

  BulkJob view(boolean canUndo) {
    return new BulkJob(
        new BulkJobId(id),
        action,
        status,
        total,
        counts.done(),
        counts.failed(),
        counts.skipped(),
        total - counts.done() - counts.failed() - counts.skipped(),
        parameters,
        reason,
        canUndo && hasEnded() && undoneBy == null && counts.done() > 0,
        undoOf == null ? null : new BulkJobId(undoOf),
        undoneBy == null ? null : new BulkJobId(undoneBy),
        actor.id(),
        createdAt,
        endedAt);
  }
}
