package io.flowmaster.engine;

import java.util.function.Supplier;

/** Many calls to the engine as one. */
public interface EngineBatch {

  /**
   * Runs work whose calls to the engine share one command: what they write goes to the database
   * together, at the end, many rows a statement. Until then no query sees it. When one call fails,
   * all of it fails, even if the work catches the exception.
   *
   * @param work must run in a transaction, and ask the database nothing about what it changed
   */
  <T> T together(Supplier<T> work);
}
