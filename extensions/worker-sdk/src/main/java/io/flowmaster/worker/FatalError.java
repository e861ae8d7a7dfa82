package io.flowmaster.worker;

import org.jspecify.annotations.Nullable;

/**
 * No retry can help: the task becomes an incident at once, with this message and the stack of the
 * cause, and waits for a person.
 */
public final class FatalError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is the matter, for the person who reads the incident. */
  public FatalError(String message) {
    super(message);
  }

  /** The same, with what caused it. */
  public FatalError(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
