package io.flowmaster.models;

import io.flowmaster.models.ModelMessage.ToolRequest;
import java.util.List;

/**
 * What a model answered.
 *
 * @param text empty when it only asks for tools
 * @param toolRequests the tools that it asks for; empty when it is done
 */
public record ModelAnswer(String text, List<ToolRequest> toolRequests, ModelUsage usage) {
  public ModelAnswer {
    toolRequests = List.copyOf(toolRequests);
  }
}
