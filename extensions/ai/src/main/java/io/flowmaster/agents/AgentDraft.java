package io.flowmaster.agents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an agent.
 *
 * @param name one in the tenant
 * @param role what it is, in a few words
 * @param instructions what it is to do and how; never holds text of strangers
 * @param manager user id of the person to whom it escalates
 * @param model which chain of models it asks; null for the usual one
 * @param skills what it can do, for people who look for one
 * @param tools names of the tools that it may call; no other is ever called for it
 * @param approvedTools those of them that change something and need no approval of each call
 * @param limits what it may not decide alone
 * @param confidenceThreshold below it an answer is held, 0 to 1
 * @param mode what its answers are good for
 */
public record AgentDraft(
    String name,
    String role,
    String instructions,
    String manager,
    @Nullable String model,
    List<String> skills,
    List<String> tools,
    List<String> approvedTools,
    List<AgentLimit> limits,
    double confidenceThreshold,
    AgentMode mode) {
  /** The usual threshold. */
  public static final double USUAL_THRESHOLD = 0.7;

  public AgentDraft {
    skills = List.copyOf(skills);
    tools = List.copyOf(tools);
    approvedTools = List.copyOf(approvedTools);
    limits = List.copyOf(limits);
  }
}
