package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.WorkerTransport;

/** What a handler may do with its task while it works. */
interface TaskAccess {

  /** How often the task is tried again when this call fails. */
  int retriesLeft();

  /** The platform, for reading files and what Camunda's handlers do with a task. */
  WorkerTransport platform();

  /** Sends an answer of the handler's own; the lock is not renewed after it. */
  void answered(TaskOutcome outcome, Runnable call);
}
