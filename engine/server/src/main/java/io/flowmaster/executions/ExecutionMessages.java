package io.flowmaster.executions;

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
