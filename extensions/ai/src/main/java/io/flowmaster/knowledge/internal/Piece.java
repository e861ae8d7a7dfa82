package io.flowmaster.knowledge.internal;

import org.jspecify.annotations.Nullable;

/**
 * A passage to be.
 *
 * @param section the headings above it; null when there are none
 * @param context what belongs to it and does not stand in it, as a table's first row; null when
 *     nothing
 */
record Piece(
    int start,
    int end,
    @Nullable Integer page,
    @Nullable String section,
    String text,
    @Nullable String context) {}
