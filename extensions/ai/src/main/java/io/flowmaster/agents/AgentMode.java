package io.flowmaster.agents;

/** What an agent's answers are good for. */
public enum AgentMode {
  /** They count when the agent is sure enough and no limit is touched. */
  ACTIVE,
  /** Each is shown to its manager, who answers; how often both agree is counted. */
  SHADOW
}
