package io.flowmaster.worker.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** A thread for each task, virtual where the JVM has them; how many run is counted elsewhere. */
final class WorkerThreads implements Executor, AutoCloseable {
  private static final String NAME = "flowmaster-worker-";
  private final @Nullable ExecutorService pool;
  private final Executor executor;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          new CustomizableThreadFactory("flowmaster-worker-clock-"));

  WorkerThreads(@Nullable Boolean virtual) {
    boolean can = JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE);
    if (can && !Boolean.FALSE.equals(virtual)) {
      pool = null;
      executor = new VirtualThreadTaskExecutor(NAME);
    } else {
      pool = Executors.newCachedThreadPool(new CustomizableThreadFactory(NAME));
      executor = pool;
    }
  }

  @Override
  public void execute(Runnable work) {
    executor.execute(work);
  }

  /** For what has to happen later; it only starts things, and never waits. */
  ScheduledExecutorService clock() {
    return clock;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
