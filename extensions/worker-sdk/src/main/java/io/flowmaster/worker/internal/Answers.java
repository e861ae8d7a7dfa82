package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the answer to a task until the platform has it. The work is done, so the answer is worth
 * many tries: branches that meet in a join make the engine refuse all but one with a conflict, and
 * an answer whose acknowledgement got lost must not be worked again. Between the tries the lock is
 * renewed.
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 5_000;
  private static final int TRIES_THAT_FAIL = 5;
  private final LockedTask task;
  private final KeptLock lock;
  private final Duration timeout;
  private final BooleanSupplier unwanted;

  /** What is to be done about an answer that was refused. */
  interface WhenRefused {
    /**
     * Does it.
     *
     * @param lasting whether the same answer will never be taken
     */
    TaskOutcome instead(Throwable refusal, boolean lasting);
  }

  Answers(LockedTask task, KeptLock lock, Duration timeout, BooleanSupplier unwanted) {
    this.task = task;
    this.lock = lock;
    this.timeout = timeout;
    this.unwanted = unwanted;
  }

  /** The outcome when the platform has it; another when it does not want it. */
  TaskOutcome send(TaskOutcome outcome, Runnable call, WhenRefused refused) {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean mayHaveArrived = false;
    for (int attempt = 1; ; attempt++) {
      try {
        lock.apart(call);
        return outcome;
      } catch (TransportException e) {
        switch (e.kind()) {
          case GONE -> {
            return gone(outcome, e, mayHaveArrived);
          }
          case LOST -> {
            return lost(e);
          }
          case REFUSED -> {
            return refused.instead(e, true);
          }
          case FAILED -> {
            if (attempt == TRIES_THAT_FAIL) {
              return refused.instead(e, false);
            }
          }
          case UNREACHABLE -> mayHaveArrived = true;
          default -> {}
        }
        if (System.nanoTime() > deadline || !pause(attempt)) {
          LOG.warn(
              "The platform did not take the answer to task {} of {}; the task comes again when its"
                  + " lock has expired",
              task.id(),
              task.topicName(),
              e);
          return TaskOutcome.UNSENT;
        }
      }
    }
  }

  private TaskOutcome gone(TaskOutcome outcome, TransportException e, boolean mayHaveArrived) {
    if (mayHaveArrived) {
      return outcome;
    }
    LOG.info("Task {} of {} is gone: {}", task.id(), task.topicName(), e.getMessage());
    return TaskOutcome.LOST;
  }

  private TaskOutcome lost(TransportException e) {
    LOG.warn("Task {} of {} is another worker's now", task.id(), task.topicName(), e);
    return TaskOutcome.LOST;
  }

  /** False when the application does not wait any longer. */
  private boolean pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
      return !unwanted.getAsBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
