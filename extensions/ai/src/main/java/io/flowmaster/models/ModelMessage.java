package io.flowmaster.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One message of a conversation with a model. */
public sealed interface ModelMessage {

  /** What the model is to be and to do; never holds text from outside. */
  record Instructions(String text) implements ModelMessage {}

  /** What a person or a process says. */
  record Input(String text) implements ModelMessage {}

  /**
   * What the model said before.
   *
   * @param text empty when it only asked for tools
   */
  record Output(String text, List<ToolRequest> toolRequests) implements ModelMessage {
    public Output {
      toolRequests = List.copyOf(toolRequests);
    }
  }

  /**
   * What a tool answered.
   *
   * @param request the id of the {@link ToolRequest}
   */
  record ToolResult(String request, String tool, String text) implements ModelMessage {}

  /**
   * A tool that the model asks to be called.
   *
   * @param arguments a JSON object, not yet checked against the tool's schema
   */
  record ToolRequest(String id, String tool, JsonNode arguments) {}
}
