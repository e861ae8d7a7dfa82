package io.flowmaster.worker.transport;

import org.jspecify.annotations.Nullable;

/** A call for a task did not succeed. */
public class TransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /** What it means for the task. */
  public enum Kind {
    /** The task is not there any more: done, or its execution has ended. */
    GONE,
    /** The task is another worker's. */
    LOST,
    /** Somebody changed the same thing at the same time; the same call may succeed now. */
    CONFLICT,
    /** Nobody knows whether it was done: no connection, or no answer. */
    UNREACHABLE,
    /** It was not done, but may be later: busy, or the token was refused. */
    LATER,
    /** The process could not go on from here: what follows the task failed. */
    FAILED,
    /** The same call will never succeed. */
    REFUSED
  }

  /** A call that did not succeed. */
  public TransportException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What it means for the task. */
  public Kind kind() {
    return kind;
  }
}
