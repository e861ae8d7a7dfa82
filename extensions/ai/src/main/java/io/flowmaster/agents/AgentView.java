package io.flowmaster.agents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param id never changes
 * @param name one in the tenant
 * @param role what it is, in a few words
 * @param instructions what it is to do and how
 * @param manager user id of the person to whom it escalates
 * @param model which chain of models it asks; null for the usual one
 * @param skills what it can do
 * @param tools names of the tools that it may call
 * @param approvedTools those of them that change something and need no approval of each call
 * @param limits what it may not decide alone
 * @param confidenceThreshold below it an answer is held, 0 to 1
 * @param mode what its answers are good for
 * @param status whether it works
 * @param stopReason why it was stopped; null when it works
 * @param version counts up with every change of what it is
 * @param createdBy who made it
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 */
public record AgentView(
    String id,
    @Schema(example = "Invoice clerk") String name,
    @Schema(example = "Accounts payable clerk") String role,
    @Schema(example = "Propose the cost centre of an incoming invoice.") String instructions,
    @Schema(example = "manager") String manager,
    @Schema(example = "fast") @Nullable String model,
    @Schema(example = "[\"invoice coding\"]") List<String> skills,
    @Schema(example = "[\"knowledge_search\"]") List<String> tools,
    List<String> approvedTools,
    List<AgentLimit> limits,
    @Schema(example = "0.7") double confidenceThreshold,
    AgentMode mode,
    AgentStatus status,
    @Nullable String stopReason,
    @Schema(example = "1") int version,
    String createdBy,
    Instant updatedAt,
    String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {}
