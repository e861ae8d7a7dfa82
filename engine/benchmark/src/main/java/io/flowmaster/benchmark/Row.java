package io.flowmaster.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table: a piece of work, and how each contender does the same. A new line is a new
 * implementation, listed in {@link Rows}.
 */
interface Row {
  /** A short name for the command line. */
  String key();

  /** What the table says. */
  String title();

  /** What is to be reached, for people; empty when nothing was promised. */
  default String goal() {
    return "";
  }

  /** How many threads do it at a time. */
  default int threads() {
    return 1;
  }

  /** Whether the time of one piece of work matters, not how many there are in a second. */
  default boolean isLatency() {
    return false;
  }

  /**
   * The key of the platform's row that its own result is compared to; null for stock Camunda's and
   * Flowable's results of the same row.
   */
  default @Nullable String comparedTo() {
    return null;
  }

  /** Prepares stock Camunda; null when it cannot do this work. */
  default @Nullable Work on(StockCamunda camunda) throws Exception {
    return null;
  }

  /** Prepares stock Flowable; null when it cannot do this work. */
  default @Nullable Work on(StockFlowable flowable) throws Exception {
    return null;
  }

  /** Prepares the platform. */
  default @Nullable Work on(Platform platform) throws Exception {
    return null;
  }
}
