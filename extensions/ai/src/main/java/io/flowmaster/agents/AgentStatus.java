package io.flowmaster.agents;

/** Whether an agent works. */
public enum AgentStatus {
  /** It works. */
  RUNNING,
  /** It was switched off, and does not even take the next step of what it has begun. */
  STOPPED
}
