package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
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
    Tries tries = new Tries(System.nanoTime() + timeout.toNanos());
    try {
      Retry.of(
              "answer",
              RetryConfig.custom()
                  .maxAttempts(Integer.MAX_VALUE)
                  .intervalFunction(Answers::pause)
                  .retryOnException(tries::again)
                  .build())
          .executeRunnable(() -> lock.apart(call));
      return outcome;
    } catch (TransportException e) {
      return switch (e.kind()) {
        case GONE -> gone(outcome, e, tries.mayHaveArrived);
        case LOST -> lost(e);
        case REFUSED -> refused.instead(e, true);
        case FAILED -> tries.count == TRIES_THAT_FAIL ? refused.instead(e, false) : unsent(e);
        default -> unsent(e);
      };
    }
  }

  /** What is known of the tries so far. */
  private final class Tries {
    private final long deadline;
    private int count;
    private boolean mayHaveArrived;

    Tries(long deadline) {
      this.deadline = deadline;
    }

    boolean again(Throwable failure) {
      count++;
      if (!(failure instanceof TransportException e)) {
        return false;
      }
      boolean isWorthIt =
          switch (e.kind()) {
            case GONE, LOST, REFUSED -> false;
            case FAILED -> count < TRIES_THAT_FAIL;
            default -> true;
          };
      mayHaveArrived |= e.kind() == TransportException.Kind.UNREACHABLE;
      return isWorthIt && System.nanoTime() <= deadline && !unwanted.getAsBoolean();
    }
  }

  private TaskOutcome unsent(TransportException e) {
    LOG.warn(
        "The platform did not take the answer to task {} of {}; the task comes again when its"
            + " lock has expired",
        task.id(),
        task.topicName(),
        e);
    return TaskOutcome.UNSENT;
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

  private static long pause(int attempt) {
    long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt, 10));
    return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
  }
}
