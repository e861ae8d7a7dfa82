package io.flowmaster.agents;

/** What became of a step. */
public enum StepState {
  /** It began; whether it ended is not known yet. */
  STARTED,
  /** It waits for a person's approval. */
  WAITING,
  /** A person approved it; it is made next. */
  APPROVED,
  /** It is over. */
  DONE,
  /** It was made and failed. */
  FAILED,
  /** It was not made. */
  REFUSED
}
