package io.flowmaster.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param modelClass which chain of models answers, as the configuration names it; null for the
 *     usual one
 * @param messages the conversation, oldest first; at least one
 * @param tools what the model may ask to be called; empty for none
 * @param outputSchema a JSON Schema that the answer's text must fit; null for free text
 * @param account what the call is metered under
 * @param reuse whether a former answer will do
 */
public record ModelCall(
    @Nullable String modelClass,
    List<ModelMessage> messages,
    List<ModelTool> tools,
    @Nullable JsonNode outputSchema,
    Account account,
    Reuse reuse) {

  public ModelCall {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /** A former answer to the very same question will do. */
  public ModelCall(
      @Nullable String modelClass,
      List<ModelMessage> messages,
      List<ModelTool> tools,
      @Nullable JsonNode outputSchema,
      Account account) {
    this(modelClass, messages, tools, outputSchema, account, Reuse.SAME);
  }

  /**
   * Whether a former answer of the same tenant will do; an answer that asks for tools never is one.
   */
  public enum Reuse {
    /** Ask anew. */
    NEVER,
    /** To the very same question, of the same models. */
    SAME,
    /**
     * Also to one whose last input means the same, says the same numbers and is otherwise the very
     * same question, when the configuration allows it.
     */
    ALIKE
  }

  /** A question without tools. */
  public static ModelCall of(List<ModelMessage> messages, Account account) {
    return new ModelCall(null, messages, List.of(), null, account);
  }

  /**
   * For whom a call is made; each is null when there is none.
   *
   * @param purpose the area that asks, for example {@code agents} or {@code dxg}
   * @param agent the agent's id
   * @param processKey the BPMN process id
   * @param task the id of the user task or external task
   */
  public record Account(
      String purpose, @Nullable String agent, @Nullable String processKey, @Nullable String task) {

    /** Neither an agent's call nor a task's. */
    public static Account of(String purpose) {
      return new Account(purpose, null, null, null);
    }
  }
}
