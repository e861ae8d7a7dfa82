package io.flowmaster.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of something.
 *
 * @param id never changes
 * @param targetType of what
 * @param targetId of which
 * @param rating 1, of no use, to 5, just right
 * @param comment in words; null when there are none
 * @param correction what it should have been; null when it was not said
 * @param createdAt when it was said last
 * @param createdBy who said it
 * @param createdByName the name to show
 */
public record FeedbackEntry(
    String id,
    @Schema(example = "passage") String targetType,
    @Schema(example = "01931f3e-7c1a-7d2f-9a51-2f6f0f3f5c11") String targetId,
    @Schema(example = "5") int rating,
    @Schema(example = "Just what I was looking for") @Nullable String comment,
    @Schema(example = "Within 14 days") @Nullable String correction,
    Instant createdAt,
    @Schema(example = "ana") String createdBy,
    @Schema(example = "Ana Lima") String createdByName) {}
