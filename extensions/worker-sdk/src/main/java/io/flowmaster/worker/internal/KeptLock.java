package io.flowmaster.worker.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the lock of a task until it is let go. */
final class KeptLock {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final int RENEWALS = 3;
  private final ExternalTask task;
  private final ExternalTaskService platform;
  private final Duration duration;
  private final ScheduledFuture<?> renewal;
  private boolean letGo;

  KeptLock(
      ExternalTask task,
      ExternalTaskService platform,
      Duration duration,
      ScheduledExecutorService clock) {
    this.task = task;
    this.platform = platform;
    this.duration = duration;
    long every = duration.toMillis() / RENEWALS;
    this.renewal = clock.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
  }

  /** After this the lock is not touched: a renewal would get in the way of the task's answer. */
  synchronized void letGo() {
    letGo = true;
    renewal.cancel(false);
  }

  private synchronized void renew() {
    if (letGo) {
      return;
    }
    try {
      platform.extendLock(task, duration.toMillis());
    } catch (RuntimeException e) {
      LOG.warn("The lock of task {} was not renewed: {}", task.getId(), e.getMessage());
    }
  }
}
