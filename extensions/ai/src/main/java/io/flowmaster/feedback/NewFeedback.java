package io.flowmaster.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks.
 *
 * @param targetType of what: {@code passage}, {@code answer}, {@code agent-run} and whatever else
 *     an area names
 * @param targetId of which
 * @param rating 1, of no use, to 5, just right
 * @param comment in words; null for none
 * @param correction what it should have been; null for none
 */
public record NewFeedback(
    String targetType,
    String targetId,
    int rating,
    @Nullable String comment,
    @Nullable String correction) {}
