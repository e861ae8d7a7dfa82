package io.flowmaster.agents;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a piece of an agent's work.
 *
 * @param output the answer: text, or what fits the output schema; null while it is held
 * @param confidence 0 to 1; null when there is no answer. What the model says of itself, lowered
 *     for sources that were read and not named, for sources that do not exist, and for failed tools
 * @param escalated whether a person has to decide
 * @param escalation why and where; null when it is not escalated
 * @param citations what the answer rests on; only what a tool really gave
 * @param toolCalls what was called, in order
 * @param usage what the models took, all calls together
 * @param run the id under which each step can be read
 */
public record AgentAnswer(
    @Schema(implementation = Object.class) @Nullable JsonNode output,
    @Schema(example = "0.86") @Nullable Double confidence,
    boolean escalated,
    @Nullable Held escalation,
    List<AgentCitation> citations,
    List<AgentToolCall> toolCalls,
    Usage usage,
    String run) {

  public AgentAnswer {
    citations = List.copyOf(citations);
    toolCalls = List.copyOf(toolCalls);
  }

  /**
   * Why a person has to decide.
   *
   * @param id of the escalation; null when its run was only tried
   * @param reason what sort of reason
   * @param detail the same in a sentence
   */
  @Schema(name = "AgentHeld")
  public record Held(@Nullable String id, EscalationReason reason, String detail) {}

  /**
   * Something that the answer rests on.
   *
   * @param id as the agent was given it: the tool's result, and the passage in it
   * @param tool which tool gave it
   * @param source where that has it from; null when it did not say
   * @param page of the source; null when it has none
   * @param text the passage, at most 500 characters; null when the whole result is meant
   */
  public record AgentCitation(
      @Schema(example = "T1.2") String id,
      @Schema(example = "knowledge_search") String tool,
      @Nullable String source,
      @Nullable Integer page,
      @Nullable String text) {}

  /**
   * A tool that was called, or asked for.
   *
   * @param tool its name
   * @param arguments as the model gave them
   * @param state what became of it
   * @param result what it said, at most 2000 characters; null while it is not over
   */
  public record AgentToolCall(
      @Schema(example = "knowledge_search") String tool,
      @Schema(implementation = Object.class) JsonNode arguments,
      StepState state,
      @Nullable String result) {}

  /**
   * What models took.
   *
   * @param provider of the last call, as the configuration names it; null when no model was asked
   * @param model of the last call; null when no model was asked
   * @param inputTokens of all questions
   * @param outputTokens of all answers
   * @param costUsd in US dollars; null when no price is configured
   * @param cached whether nothing new was asked
   * @param latencyMs of all calls together
   */
  @Schema(name = "AgentUsage")
  public record Usage(
      @Schema(example = "local") @Nullable String provider,
      @Schema(example = "llama3.1:8b") @Nullable String model,
      long inputTokens,
      long outputTokens,
      @JsonProperty("costUsd") @Nullable BigDecimal costUsd,
      boolean cached,
      long latencyMs) {}
}
