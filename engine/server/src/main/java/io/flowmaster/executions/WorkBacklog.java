package io.flowmaster.executions;

/** What work of the current tenant waits for the engine's job executor and for workers. */
public interface WorkBacklog {

  /** As it is now: one look at the jobs, one at the external tasks. */
  BacklogView read();
}
