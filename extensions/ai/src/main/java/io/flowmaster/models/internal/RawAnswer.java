package io.flowmaster.models.internal;

import io.flowmaster.models.ModelMessage.ToolRequest;
import java.util.List;

/**
 * What a model said.
 *
 * @param model which one
 * @param whole whether it ended by itself, not at a limit
 */
record RawAnswer(
    ModelRef model,
    String text,
    List<ToolRequest> toolRequests,
    long inputTokens,
    long outputTokens,
    boolean whole) {}
