package io.flowmaster.events.internal;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.flowmaster.events.EventsLogged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives each subscription its turns, on one node at a time. Deliveries wait for other people's
 * servers, so they have a scheduler of their own with threads and a table of its own: a slow one
 * holds up nothing else of the platform.
 */
@Component
class DeliverySchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeliverySchedule.class);
  private static final String TASK = "deliver";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  /** How old a node's knowledge of the subscriptions may be; they have their turns all the same. */
  private static final Duration KNOWN = Duration.ofSeconds(5);

  private final JdbcSubscriptions subscriptions;
  private final java.time.Clock clock;
  private final Scheduler scheduler;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Known> known = new AtomicReference<>();
  private volatile boolean isStarted;

  DeliverySchedule(
      DataSource database,
      DeliveryRun run,
      JdbcSubscriptions subscriptions,
      EventsProperties properties,
      Clock schedulerClock,
      java.time.Clock clock) {
    this.subscriptions = subscriptions;
    this.clock = clock;
    this.scheduler =
        Scheduler.create(database, List.of(task(run)))
            .tableName("events_scheduled")
            .threads(properties.threads())
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(properties.timeout().plusSeconds(1))
            .clock(schedulerClock)
            .build();
  }

  private record Subscriber(String id, String tenant, TypePattern types) {}

  private record Known(long at, List<Subscriber> subscribers) {}

  private CustomTask<Void> task(DeliveryRun run) {
    return Tasks.custom(TASK, Void.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Instant> next = work(run, instance.getId());
              return (complete, operations) -> {
                if (next.isEmpty()) {
                  operations.stop();
                } else {
                  operations.reschedule(complete, next.get());
                  if (!next.get().isAfter(complete.getTimeDone())) {
                    scheduler().triggerCheckForDueExecutions();
                  }
                }
              };
            });
  }

  private Scheduler scheduler() {
    return scheduler;
  }

  private Optional<Instant> work(DeliveryRun run, String id) {
    running.add(id);
    try {
      return run.work(id);
    } finally {
      running.remove(id);
    }
  }

  /** Has a turn right after the commit of the current transaction. */
  void soon(String id) {
    known.set(null);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              if (status == STATUS_COMMITTED) {
                wake(id);
              }
            }
          });
    } else {
      wake(id);
    }
  }

  private void wake(String id) {
    known.set(null);
    Instant now = clock.instant();
    TaskInstance<Void> instance = new TaskInstance<>(TASK, id);
    if (!scheduler.scheduleIfNotExists(instance, now)) {
      try {
        scheduler.reschedule(instance, now);
      } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
        return;
      }
    }
    scheduler.triggerCheckForDueExecutions();
  }

  @EventListener
  void logged(EventsLogged news) {
    for (Subscriber each : subscribers()) {
      boolean isConcerned =
          news.types().getOrDefault(each.tenant(), Set.of()).stream()
              .anyMatch(each.types()::matches);
      if (isConcerned && isStarted && !running.contains(each.id())) {
        wakeUp(each.id());
      }
    }
  }

  private void wakeUp(String id) {
    try {
      scheduler.reschedule(new TaskInstance<>(TASK, id), clock.instant());
      scheduler.triggerCheckForDueExecutions();
    } catch (TaskInstanceCurrentlyExecutingException e) {
      LOG.trace("it looks for more by itself", e);
    } catch (TaskInstanceNotFoundException e) {
      LOG.debug("the subscription was paused or deleted", e);
    }
  }

  private List<Subscriber> subscribers() {
    Known now = known.get();
    if (now == null || System.nanoTime() - now.at() > KNOWN.toNanos()) {
      now =
          new Known(
              System.nanoTime(),
              subscriptions.active().stream()
                  .filter(row -> row.failures() == 0)
                  .map(row -> new Subscriber(row.id(), row.tenant(), TypePattern.of(row.types())))
                  .toList());
      known.set(now);
    }
    return now.subscribers();
  }

  @Override
  public void start() {
    scheduler.start();
    isStarted = true;
  }

  @Override
  public void stop() {
    isStarted = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return isStarted;
  }
}
