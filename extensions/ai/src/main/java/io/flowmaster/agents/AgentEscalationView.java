package io.flowmaster.agents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an agent's work that a person has to decide on.
 *
 * @param id never changes
 * @param agent the agent's id
 * @param agentName as it was called
 * @param version of the agent
 * @param run whose steps can be read
 * @param reason what sort of reason
 * @param detail the same in a sentence
 * @param proposal what the agent would answer; null when it has none
 * @param confidence 0 to 1; null without a proposal
 * @param status what was decided
 * @param assignee user id of who is to decide
 * @param requester who asked the agent: a user id, or {@code process} for a service task
 * @param taskId the user task that it is about; null for none
 * @param executionId the execution that waits; null for none
 * @param processKey of that execution
 * @param activityId of the service task
 * @param guidance what the person who decided said; null while nobody did
 * @param output the answer that a person gave; null unless overridden
 * @param createdAt since when it waits
 * @param decidedBy who decided; null while nobody did
 * @param decidedAt when; null while nobody did
 * @param toolCall the call that waits for an approval; null for none, and in lists
 */
public record AgentEscalationView(
    String id,
    String agent,
    @Schema(example = "Invoice clerk") String agentName,
    @Schema(example = "1") int version,
    String run,
    EscalationReason reason,
    @Schema(example = "It is sure to 0.42; 0.7 is needed.") String detail,
    @Schema(implementation = Object.class) @Nullable JsonNode proposal,
    @Nullable Double confidence,
    EscalationStatus status,
    @Schema(example = "manager") String assignee,
    @Schema(example = "process") String requester,
    @Nullable String taskId,
    @Nullable String executionId,
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable String guidance,
    @Schema(implementation = Object.class) @Nullable JsonNode output,
    Instant createdAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    AgentAnswer.@Nullable AgentToolCall toolCall,
    @Schema(hidden = true) @JsonIgnore Revision revision) {

  /** The same with the call that waits. */
  public AgentEscalationView with(AgentAnswer.@Nullable AgentToolCall call) {
    return new AgentEscalationView(
        id,
        agent,
        agentName,
        version,
        run,
        reason,
        detail,
        proposal,
        confidence,
        status,
        assignee,
        requester,
        taskId,
        executionId,
        processKey,
        activityId,
        guidance,
        output,
        createdAt,
        decidedBy,
        decidedAt,
        call,
        revision);
  }
}
