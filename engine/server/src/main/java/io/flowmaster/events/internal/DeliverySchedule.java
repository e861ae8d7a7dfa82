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
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
  private static final String RELAY = "relay";
  private static final TaskInstance<Void> TO_KAFKA = new TaskInstance<>(RELAY, "kafka");
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  /** How old a node's knowledge of the subscriptions may be; they have their turns all the same. */
  private static final Duration KNOWN = Duration.ofSeconds(5);

  private final JdbcSubscriptions subscriptions;
  private final @Nullable KafkaEventRelay relay;
  private final java.time.Clock clock;
  private final Scheduler scheduler;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Known> known = new AtomicReference<>();
  private volatile boolean isStarted;

  DeliverySchedule(
      DataSource database,
      DeliveryRun run,
      ObjectProvider<KafkaEventRelay> relay,
      JdbcSubscriptions subscriptions,
      EventsProperties properties,
      Clock schedulerClock,
      java.time.Clock clock) {
    this.subscriptions = subscriptions;
    this.relay = relay.getIfAvailable();
    this.clock = clock;
    this.scheduler =
        Scheduler.create(database, List.of(task(TASK, run::work), task(RELAY, this::relay)))
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

  /** A node that is not told where brokers are leaves the turn to others. */
  private Optional<Instant> relay(String id) {
    return Optional.of(relay == null ? clock.instant().plus(AFTER_FAILURE) : relay.work());
  }

  private CustomTask<Void> task(String name, Function<String, Optional<Instant>> turn) {
    return Tasks.custom(name, Void.class)
        .onFailure(
            (failure, operations) ->
                operations.reschedule(failure, failure.getTimeDone().plus(AFTER_FAILURE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Optional<Instant> next = work(turn, instance.getId());
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

  private Optional<Instant> work(Function<String, Optional<Instant>> turn, String id) {
    running.add(id);
    try {
      return turn.apply(id);
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
    if (relay != null && isStarted && !running.contains(TO_KAFKA.getId()) && !relay.isResting()) {
      wakeUp(TO_KAFKA);
    }
    for (Subscriber each : subscribers()) {
      boolean isConcerned =
          news.types().getOrDefault(each.tenant(), Set.of()).stream()
              .anyMatch(each.types()::matches);
      if (isConcerned && isStarted && !running.contains(each.id())) {
        wakeUp(new TaskInstance<>(TASK, each.id()));
      }
    }
  }

  private void wakeUp(TaskInstance<Void> instance) {
    try {
      scheduler.reschedule(instance, clock.instant());
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
    if (relay != null) {
      scheduler.scheduleIfNotExists(TO_KAFKA, clock.instant());
    }
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
