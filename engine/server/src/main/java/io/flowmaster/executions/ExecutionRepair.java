package io.flowmaster.executions;

/** Puts executions of the current tenant right that went wrong, for the current actor. */
public interface ExecutionRepair {

  /**
   * Takes an execution back to an activity it was at before, with the variables of the whole
   * process as they were when it was last entered. What was done outside the process is not undone.
   *
   * @throws UnknownActivity when the model has no such activity
   * @throws NeverBeenThere when the execution was not at it
   * @throws SeveralTokens when it does not say which of several tokens to take away
   * @throws NoTokenThere when no token is where one should be taken from
   * @throws ExecutionIsPaused while paused
   * @throws ActivityFailed when the process fails there
   */
  StepBack stepBack(ExecutionId id, NewStepBack back);

  /**
   * Starts the process of an ended execution again, as an execution of its own with the same
   * business key.
   *
   * @throws ExecutionNotEnded while it runs
   * @throws PartOfExecution for a called process
   * @throws UnknownActivity when the model has no such activity
   * @throws io.flowmaster.processes.ProcessNotFound when there is no such published version
   */
  ExecutionView restart(ExecutionId id, Restart restart);
}
