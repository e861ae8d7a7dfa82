package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an agent's work.
 *
 * @param id never changes
 * @param agent the agent's id
 * @param version of the agent that did it
 * @param status how far it is
 * @param requester who asked: a user id, or {@code process} for a service task
 * @param onBehalfOf for whom the agent acted
 * @param taskId the user task that it is about; null for none
 * @param executionId the execution that waits for it; null for none
 * @param processKey of that execution
 * @param activityId of the service task
 * @param answer what came of it; null while it is not over
 * @param confidence 0 to 1; null when there is no answer
 * @param costUsd what the models took; null when no price is configured
 * @param startedAt when it began
 * @param endedAt when it was over; null while it is not
 * @param steps what was done, in order; only when one run is read
 */
public record AgentRunView(
    String id,
    String agent,
    @Schema(example = "1") int version,
    RunStatus status,
    @Schema(example = "employee") String requester,
    @Nullable String onBehalfOf,
    @Nullable String taskId,
    @Nullable String executionId,
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable AgentAnswer answer,
    @Nullable Double confidence,
    @Nullable BigDecimal costUsd,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable List<Step> steps) {

  /**
   * One step.
   *
   * @param number its place
   * @param kind what sort of step
   * @param state what became of it
   * @param content what was said, called and answered
   * @param decidedBy who approved, refused or said it; null for nobody
   * @param at when it began
   * @param endedAt when it was over; null while it is not
   */
  @Schema(name = "AgentStep")
  public record Step(
      int number,
      StepKind kind,
      StepState state,
      @Schema(implementation = Object.class) JsonNode content,
      @Nullable String decidedBy,
      Instant at,
      @Nullable Instant endedAt) {}

  /** What sort of step. */
  public enum StepKind {
    /** A model was asked. */
    MODEL,
    /** A tool was called. */
    TOOL,
    /** A person said something. */
    GUIDANCE
  }
}
