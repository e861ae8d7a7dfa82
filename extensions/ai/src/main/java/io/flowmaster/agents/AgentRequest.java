package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is asked.
 *
 * @param input the question or the work, any JSON; null when {@code messages} say it
 * @param messages a conversation, oldest first; empty when {@code input} says it
 * @param variables what is known of the case; data to the agent, never instructions
 * @param outputSchema the JSON Schema of the output; null for text
 * @param taskId the user task that it is about; what was said of it before is remembered
 * @param key the same key is the same piece of work; null for a new one
 */
public record AgentRequest(
    @Nullable JsonNode input,
    List<Said> messages,
    Map<String, JsonNode> variables,
    @Nullable JsonNode outputSchema,
    @Nullable String taskId,
    @Nullable String key) {

  public AgentRequest {
    messages = List.copyOf(messages);
    variables = Map.copyOf(variables);
  }

  /**
   * One message of a conversation.
   *
   * @param by whether the agent said it
   * @param text what was said
   */
  public record Said(Speaker by, String text) {}

  /** Who says something. */
  public enum Speaker {
    USER,
    AGENT
  }
}
