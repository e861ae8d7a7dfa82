package io.flowmaster.executions;

import java.time.Duration;

/** Brings messages and signals to executions of the current tenant. */
public interface ExecutionMessages {

  /**
   * Brings a message to the one execution that waits for it; when none waits, starts the process
   * that begins with it.
   *
   * @throws MessageNotAwaited when nobody waits and no process begins with it
   * @throws MessageAmbiguous when several wait
   * @throws ExecutionIsPaused when the only one that waits is paused
   * @throws ActivityFailed when the process fails on it
   */
  MessageReceipt correlate(MessageCorrelation message);

  /**
   * The same, but when nobody waits, or only a paused execution does, the message itself waits: it
   * is received once, as soon as an execution that it fits waits for it, in the name of the current
   * actor.
   *
   * @param ttl how long it waits at most, a second to thirty days
   * @throws MessageAmbiguous when several wait
   * @throws ActivityFailed when the process fails on it; the message is not kept then
   */
  MessageReceipt correlateOrPark(MessageCorrelation message, Duration ttl);

  /**
   * Brings a signal to all executions that wait for it and starts the processes that begin with it;
   * paused ones do not hear it. With an execution named, only that one (and what it called) hears
   * it.
   *
   * @throws MessageNotAwaited when the named execution does not wait for it
   * @throws ExecutionIsPaused when the named execution is paused
   * @throws ActivityFailed when a process fails on it; then nobody has heard it
   */
  SignalReceipt broadcast(Signal signal);
}
