package io.flowmaster.worker.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.client.topic.TopicSubscriptionBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Fetches tasks and works them, from the moment that the application is up (its web server
 * included) until it stops: then it fetches no more and lets running work end.
 */
final class WorkerLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final Duration LOOK_UP = Duration.ofMillis(200);
  private final WorkerMethods methods;
  private final PlatformClient platform;
  private final TaskExecution execution;
  private final WorkerProperties properties;
  private volatile @Nullable Running running;

  WorkerLoop(
      WorkerMethods methods,
      PlatformClient platform,
      TaskExecution execution,
      WorkerProperties properties) {
    this.methods = methods;
    this.platform = platform;
    this.execution = execution;
    this.properties = properties;
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      running = new Running();
    }
  }

  @Override
  public synchronized void stop() {
    Running current = running;
    if (current != null) {
      running = null;
      current.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  /** What runs between a start and the next stop. */
  private final class Running {
    private final ExecutorService workers =
        Executors.newFixedThreadPool(
            properties.concurrency(), new CustomizableThreadFactory("flowmaster-worker-"));
    private final ScheduledExecutorService locks =
        Executors.newSingleThreadScheduledExecutor(
            new CustomizableThreadFactory("flowmaster-worker-locks-"));
    private final Semaphore free = new Semaphore(properties.concurrency());
    private final ExternalTaskClient client = platform.connect();
    private volatile boolean stopping;

    Running() {
      var all = methods.all();
      for (WorkerMethod method : all) {
        TopicSubscriptionBuilder topic =
            client
                .subscribe(method.topic())
                .handler((task, service) -> accept(method, task, service));
        var names = method.variableNames();
        if (names != null) {
          topic.variables(names.toArray(String[]::new));
        }
        topic.open();
      }
      if (all.isEmpty()) {
        LOG.info("No method carries @Worker: nothing to work");
      } else {
        client.start();
        LOG.info("Working {}", all.stream().map(WorkerMethod::topic).toList());
      }
    }

    /**
     * On the client's only thread: waits for a free worker, so no more is fetched than is worked.
     */
    private void accept(WorkerMethod method, ExternalTask task, ExternalTaskService service) {
      KeptLock lock = new KeptLock(task, service, properties.lockDuration(), locks);
      if (!freeWorker()) {
        lock.letGo();
        service.unlock(task);
        return;
      }
      workers.execute(
          () -> {
            try {
              execution.run(method, task, service, lock);
            } finally {
              lock.letGo();
              free.release();
            }
          });
    }

    /** False when the application stops first: then the task is for another worker. */
    private boolean freeWorker() {
      try {
        while (!stopping) {
          if (free.tryAcquire(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return false;
    }

    void stop() {
      stopping = true;
      client.stop();
      workers.shutdown();
      try {
        long wait = properties.shutdownTimeout().toMillis();
        if (!workers.awaitTermination(wait, TimeUnit.MILLISECONDS)) {
          LOG.warn(
              "Work that did not end in {} is left to another worker",
              properties.shutdownTimeout());
          workers.shutdownNow();
        }
      } catch (InterruptedException e) {
        workers.shutdownNow();
        Thread.currentThread().interrupt();
      }
      locks.shutdownNow();
    }
  }
}
