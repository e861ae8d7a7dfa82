package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.WorkerTransport;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the lock of a task until it is let go. When the platform says that the task is not ours
 * any more, or after the longest time that work may take, it says so, once. A platform out of reach
 * says nothing: the next renewal that gets through tells.
 */
final class KeptLock {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final int RENEWALS = 3;

  /** Why the work has to end. */
  enum End {
    LOST,
    TOO_LONG,
    STOPPED
  }

  /** Learns that the work has to end. */
  interface Owner {
    void end(End reason);
  }

  private final LockedTask task;
  private final WorkerTransport platform;
  private final Duration duration;
  private final Owner owner;
  private final ScheduledFuture<?> renewal;
  private final ScheduledFuture<?> limit;
  private final ReentrantLock calls = new ReentrantLock();
  private boolean letGo;

  KeptLock(
      LockedTask task,
      WorkerTransport platform,
      Duration duration,
      Duration longest,
      Owner owner,
      WorkerThreads threads) {
    this.task = task;
    this.platform = platform;
    this.duration = duration;
    this.owner = owner;
    long every = duration.toMillis() / RENEWALS;
    this.renewal =
        threads
            .clock()
            .scheduleWithFixedDelay(
                () -> threads.execute(this::renew), every, every, TimeUnit.MILLISECONDS);
    this.limit =
        threads.clock().schedule(() -> tooLong(longest), longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Makes a call for the task while no renewal is under way: that would get in its way. */
  void apart(Runnable call) {
    calls.lock();
    try {
      call.run();
    } finally {
      calls.unlock();
    }
  }

  /** The method has come back: what remains is the answer, which may take its time. */
  void worked() {
    limit.cancel(false);
  }

  /** After this the lock is not touched. */
  void letGo() {
    calls.lock();
    try {
      letGo = true;
    } finally {
      calls.unlock();
    }
    renewal.cancel(false);
    limit.cancel(false);
  }

  private void tooLong(Duration longest) {
    LOG.warn("Task {} of {} takes longer than {}", task.id(), task.topicName(), longest);
    owner.end(End.TOO_LONG);
  }

  private void renew() {
    if (!calls.tryLock()) {
      return;
    }
    try {
      if (!letGo) {
        platform.extendLock(task, duration);
      }
    } catch (TransportException e) {
      if (isLost(e.kind())) {
        letGo = true;
        renewal.cancel(false);
        LOG.warn(
            "Task {} of {} is not ours any more: {}", task.id(), task.topicName(), e.getMessage());
        owner.end(End.LOST);
      } else {
        LOG.warn("The lock of task {} was not renewed: {}", task.id(), e.getMessage());
      }
    } finally {
      calls.unlock();
    }
  }

  private static boolean isLost(TransportException.Kind kind) {
    return kind == TransportException.Kind.LOST || kind == TransportException.Kind.GONE;
  }
}
