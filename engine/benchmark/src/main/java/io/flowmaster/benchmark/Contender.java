package io.flowmaster.benchmark;

import org.jspecify.annotations.Nullable;

/** One engine under test. */
interface Contender extends AutoCloseable {
  /** How this engine does the work of a row; null when it cannot. */
  @Nullable Work work(Row row) throws Exception;

  @Override
  void close();
}
