package io.flowmaster.agents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent was.
 *
 * @param number the version
 * @param name as it was
 * @param role as it was
 * @param instructions as they were
 * @param manager as it was
 * @param model as it was; null for the usual one
 * @param skills as they were
 * @param tools as they were
 * @param approvedTools as they were
 * @param limits as they were
 * @param confidenceThreshold as it was
 * @param mode as it was
 * @param createdAt since when
 * @param createdBy who changed it so
 */
public record AgentVersionView(
    @Schema(example = "1") int number,
    String name,
    String role,
    String instructions,
    String manager,
    @Nullable String model,
    List<String> skills,
    List<String> tools,
    List<String> approvedTools,
    List<AgentLimit> limits,
    @Schema(example = "0.7") double confidenceThreshold,
    AgentMode mode,
    Instant createdAt,
    String createdBy) {}
