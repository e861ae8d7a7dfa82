package io.flowmaster.tasks;

/** Where a task stands. */
public enum TaskStatus {
  /** Somebody has to do it. */
  OPEN,
  /** It was done. */
  COMPLETED,
  /** It went away undone: its execution was cancelled, moved or interrupted, or it was deleted. */
  CANCELLED
}
