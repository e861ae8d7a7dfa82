package io.flowmaster.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an agent's answer.
 *
 * @param id never changes
 * @param agent the agent's id
 * @param version of the agent that answered
 * @param run that it is about; null for none
 * @param input what it was asked
 * @param output what it answered
 * @param feedback what is right or wrong with it
 * @param correction what it should have answered; null when nothing can be learned
 * @param status how far it is
 * @param createdBy who said it
 * @param createdAt when
 * @param reviewedBy who accepted or rejected it; null while nobody did
 * @param reviewedAt when; null while nobody did
 * @param evaluation how the evaluation set went; null while it was not tried
 */
public record AgentExampleView(
    String id,
    String agent,
    int version,
    @Nullable String run,
    @Schema(implementation = Object.class) JsonNode input,
    @Schema(implementation = Object.class) JsonNode output,
    @Schema(example = "Wrong cost centre") String feedback,
    @Schema(implementation = Object.class) @Nullable JsonNode correction,
    ExampleStatus status,
    String createdBy,
    Instant createdAt,
    @Nullable String reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable Evaluation evaluation) {

  /**
   * How the evaluation set went.
   *
   * @param cases how many were tried; 0 when the agent has none
   * @param passedBefore how many it passed without the example
   * @param passed how many it passed with it
   * @param detail what else is to be known
   */
  @Schema(name = "AgentEvaluation")
  public record Evaluation(int cases, int passedBefore, int passed, String detail) {}
}
