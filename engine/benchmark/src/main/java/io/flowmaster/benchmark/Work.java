package io.flowmaster.benchmark;

/** What a contender's thread does over and over while it is measured. */
interface Work extends AutoCloseable {
  Sample once() throws Exception;

  /** The same, with something done first each time that is not part of it. */
  default Work after(Runnable first) {
    Work itself = this;
    return new Work() {
      @Override
      public Sample once() throws Exception {
        first.run();
        return itself.once();
      }

      @Override
      public void close() {
        itself.close();
      }
    };
  }

  /** Ends what was set going for this work. */
  @Override
  default void close() {}

  /**
   * Units of work that were done, and the time they took; preparation in between is left out.
   *
   * @param nanos of this thread, for all the units together
   */
  record Sample(int units, long nanos) {
    static Sample since(long start, int units) {
      return new Sample(units, System.nanoTime() - start);
    }
  }
}
