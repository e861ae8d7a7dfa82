package io.flowmaster.rules.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds how long a process waits for the standard's evaluator, whose FEEL has no budget of its
 * own. An evaluation that takes longer fails; its thread ends when the expression does.
 */
final class StandardTime {
  private static final int SECONDS = 10;
  private static final int THREADS = 16;
  private static final ThreadLocal<Boolean> LIMITED = ThreadLocal.withInitial(() -> false);
  private static final ThreadPoolExecutor POOL =
      new ThreadPoolExecutor(
          0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), StandardTime::daemon);

  private StandardTime() {}

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "standard-decision");
    thread.setDaemon(true);
    return thread;
  }

  /** Marks the work as bounded by its caller. */
  static <T> Callable<T> bounded(Callable<T> work) {
    return () -> {
      LIMITED.set(true);
      try {
        return work.call();
      } finally {
        LIMITED.remove();
      }
    };
  }

  /**
   * @throws StandardFailure when it takes too long, or too many evaluations run
   */
  static StandardSteps limited(Callable<StandardSteps> evaluation) {
    try {
      if (LIMITED.get()) {
        return evaluation.call();
      }
      Future<StandardSteps> running = POOL.submit(evaluation);
      try {
        return running.get(SECONDS, TimeUnit.SECONDS);
      } finally {
        running.cancel(true);
      }
    } catch (TimeoutException e) {
      throw new StandardFailure("It took longer than " + SECONDS + " seconds. Make it simpler.");
    } catch (RejectedExecutionException e) {
      throw new StandardFailure("Too many decisions are being evaluated.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StandardFailure("It was interrupted.");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (Exception e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Throwable cause) {
    return cause instanceof RuntimeException known
        ? known
        : new StandardFailure(String.valueOf(cause.getMessage()));
  }
}
