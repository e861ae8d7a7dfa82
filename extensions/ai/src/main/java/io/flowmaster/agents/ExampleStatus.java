package io.flowmaster.agents;

/** How far a lesson is. */
public enum ExampleStatus {
  /** Feedback without a correction: it is counted, and nothing can be learned from it. */
  NOTED,
  /** It waits for a review. */
  PROPOSED,
  /** A person accepted it, and the agent's evaluation set is being tried with it. */
  EVALUATING,
  /** The agent is shown it. */
  IN_USE,
  /** With it the agent failed a case that it passes without. */
  UNFIT,
  /** A person rejected it. */
  REJECTED
}
