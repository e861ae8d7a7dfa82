package io.flowmaster.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The prompts of the current tenant, for who asks a model with them. */
public interface Prompts {

  /**
   * Fills in a version of a prompt.
   *
   * @param variables by name: each that the version declares without a default, and no other
   * @throws PromptNotFound when there is no such prompt, version or label
   * @throws UnfitVariables when a variable is missing, unknown or of another type
   * @throws InvalidPrompt when it cannot be rendered with these, for example too large a text
   */
  RenderedPrompt render(PromptRef prompt, Map<String, JsonNode> variables);

  /**
   * Says how well a rendered prompt did, for the trial that picked it; nothing happens when none
   * did.
   *
   * @param score from 0 for useless to 1 for perfect
   */
  void report(RenderedPrompt prompt, double score);
}
