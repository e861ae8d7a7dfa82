package io.flowmaster.agents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What an agent can do.
 *
 * @param skills as its manager words them
 * @param tools those that it may call
 */
public record AgentSkills(
    @Schema(example = "[\"invoice coding\"]") List<String> skills, List<AgentTool> tools) {
  public AgentSkills {
    skills = List.copyOf(skills);
    tools = List.copyOf(tools);
  }

  /**
   * A tool on an agent's list.
   *
   * @param name as the agent's list has it
   * @param title for people; the name when the tool is not there now
   * @param text what it does; empty when the tool is not there now
   * @param available whether there is such a tool now
   * @param changes whether a call can change something
   * @param needsApproval whether a person approves each call
   */
  public record AgentTool(
      @Schema(example = "start_process") String name,
      @Schema(example = "Start a process") String title,
      String text,
      boolean available,
      boolean changes,
      boolean needsApproval) {}
}
