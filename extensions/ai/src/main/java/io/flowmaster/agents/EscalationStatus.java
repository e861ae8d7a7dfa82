package io.flowmaster.agents;

/** What was decided. */
public enum EscalationStatus {
  /** Nothing yet: the work waits. */
  OPEN,
  /** The agent goes on with a person's guidance. */
  GUIDED,
  /** A person gave the answer. */
  OVERRIDDEN,
  /** A person ended the work. */
  REJECTED
}
