package io.flowmaster.engine;

/** Holds work back that is there already, and lets it go. Joins the caller's transaction. */
public interface WorkHold {

  /**
   * Sees to it that no job executor and no worker takes the work. Work that somebody has right now
   * is not taken away; a later call holds what has come back since.
   *
   * @return how much was held by this call
   */
  int hold(WorkRule rule);

  /**
   * Lets the work go; that of paused executions stays where it is.
   *
   * @return how much was let go
   */
  int release(WorkRule rule);

  /** How much of the work is held now, user tasks that wait for an answer included. */
  int held(WorkRule rule);
}
