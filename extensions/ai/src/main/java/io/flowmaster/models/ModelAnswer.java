package io.flowmaster.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.models.ModelMessage.ToolRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param text empty when it only asks for tools
 * @param toolRequests the tools that it asks for; empty when it is done
 * @param output the text as JSON that fits the call's schema; null when the call has none or the
 *     model asks for tools
 */
public record ModelAnswer(
    String text, List<ToolRequest> toolRequests, ModelUsage usage, @Nullable JsonNode output) {
  public ModelAnswer {
    toolRequests = List.copyOf(toolRequests);
  }

  /** Free text or a request for tools. */
  public ModelAnswer(String text, List<ToolRequest> toolRequests, ModelUsage usage) {
    this(text, toolRequests, usage, null);
  }
}
