package io.flowmaster.agents;

/** How far a piece of work is. */
public enum RunStatus {
  /** Somebody works on it, or will go on with it. */
  RUNNING,
  /** It is over. */
  DONE,
  /** It waits for a person. */
  ESCALATED,
  /** A person rejected it. */
  REJECTED,
  /** No model could be asked; the same key goes on with it. */
  FAILED
}
