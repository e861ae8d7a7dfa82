package io.flowmaster.events.internal;

import io.flowmaster.events.EventSubscription.Status;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.EventSink;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Delivers to one subscriber for a short while. A target that fails several times in a row is left
 * alone as a whole for longer and longer, so that it costs a thread only now and then.
 */
@Component
class DeliveryRun {
  private static final int CHUNK = 20;
  private static final int GONE = 410;
  private static final Duration SLICE = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** So many failures in a row can be the events' fault; more are the target's. */
  private static final int FAILURES = 3;

  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private final JdbcSubscriptions subscriptions;
  private final JdbcDeliveries deliveries;
  private final DeliveryQueue queue;
  private final JdbcEventLog log;
  private final Webhook webhook;
  private final Sinks sinks;
  private final SubscriptionActors actors;
  private final CurrentActor current;
  private final EventsProperties properties;
  private final Clock clock;

  DeliveryRun(
      JdbcSubscriptions subscriptions,
      JdbcDeliveries deliveries,
      DeliveryQueue queue,
      JdbcEventLog log,
      Webhook webhook,
      Sinks sinks,
      SubscriptionActors actors,
      CurrentActor current,
      EventsProperties properties,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.queue = queue;
    this.log = log;
    this.webhook = webhook;
    this.sinks = sinks;
    this.actors = actors;
    this.current = current;
    this.properties = properties;
    this.clock = clock;
  }

  /** When the subscription wants its next turn; empty when it has none. */
  Optional<Instant> work(String id) {
    long until = System.nanoTime() + SLICE.toNanos();
    boolean isMore;
    List<JdbcDeliveries.Due> due;
    do {
      Optional<SubscriptionRow> row =
          subscriptions.find(id).filter(found -> found.status() == Status.ACTIVE);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      isMore = queue.fill(id);
      due = deliveries.due(id, clock.instant(), CHUNK);
      for (JdbcDeliveries.Due each : due) {
        if (!deliver(row.get(), each)) {
          return Optional.of(rest(id));
        }
        if (System.nanoTime() > until) {
          break;
        }
      }
    } while ((isMore || !due.isEmpty()) && System.nanoTime() < until);
    return Optional.of(isMore || !due.isEmpty() ? clock.instant() : next(id));
  }

  private Instant next(String id) {
    Instant idle = clock.instant().plus(IDLE);
    return deliveries.nextDue(id).filter(due -> due.isBefore(idle)).orElse(idle);
  }

  /** After a failure. */
  private Instant rest(String id) {
    Instant now = clock.instant();
    int failures = subscriptions.find(id).map(SubscriptionRow::failures).orElse(0);
    Instant due = next(id);
    if (failures < FAILURES) {
      return due.isBefore(now) ? now : due;
    }
    Duration rest = doubled(properties.firstPause(), failures - FAILURES, LONGEST_REST);
    return due.isBefore(now.plus(rest)) ? now.plus(rest) : due;
  }

  /** False when the target should have a rest. */
  private boolean deliver(SubscriptionRow row, JdbcDeliveries.Due due) {
    Instant now = clock.instant();
    List<LoggedEvent> found = log.after(row.tenant(), due.seq() - 1, due.seq(), 1);
    if (found.isEmpty()) {
      deliveries.dead(due.id(), null, "The event is not kept any more.", now);
      return true;
    }
    Optional<Actor> actor = actors.now(row);
    if (actor.isEmpty()) {
      subscriptions.status(
          row.id(), Status.PAUSED, "Who made the subscription is not in the tenant any more.");
      return false;
    }
    Failure failure = current.as(actor.get(), () -> attempt(row, found.get(0)));
    if (failure == null) {
      deliveries.delivered(due.id(), row.kind().equals(Webhook.KIND) ? 200 : null, now);
      subscriptions.succeeded(row.id());
      return true;
    }
    failed(row, due, failure);
    return false;
  }

  /** What was the matter with an attempt. */
  private record Failure(@Nullable Integer answer, String error, boolean isFinal) {}

  private @Nullable Failure attempt(SubscriptionRow row, LoggedEvent event) {
    try {
      if (row.kind().equals(Webhook.KIND)) {
        int status = webhook.post(row, event).status();
        return status / 100 == 2
            ? null
            : new Failure(status, "The target answered " + status + ".", status == GONE);
      }
      EventSink sink = sinks.find(row.kind()).orElse(null);
      if (sink == null) {
        return new Failure(null, "There is no target of this kind on this node.", false);
      }
      if (sink instanceof LoggedEventSink whole) {
        whole.deliver(row.sink(), event);
      } else {
        sink.deliver(row.sink(), event.event());
      }
      return null;
    } catch (Problem problem) {
      return new Failure(null, problem.getMessage(), problem.kind() == ProblemKind.UNACCEPTABLE);
    } catch (IOException e) {
      return new Failure(null, "There was no answer: " + e.getMessage(), false);
    } catch (RuntimeException e) {
      return new Failure(null, "It failed: " + e.getClass().getSimpleName(), false);
    }
  }

  private void failed(SubscriptionRow row, JdbcDeliveries.Due due, Failure failure) {
    Instant now = clock.instant();
    String error = failure.error().substring(0, Math.min(failure.error().length(), LONGEST_ERROR));
    subscriptions.failed(row.id());
    if (failure.isFinal() || due.attempts() + 1 >= properties.attempts()) {
      deliveries.dead(due.id(), failure.answer(), error, now);
    } else {
      Duration pause = doubled(properties.firstPause(), due.attempts(), properties.longestPause());
      deliveries.putOff(due.id(), failure.answer(), error, now.plus(jittered(pause)));
    }
    if (failure.answer() != null && failure.answer() == GONE) {
      subscriptions.status(row.id(), Status.PAUSED, "The target said that it is gone (410).");
    }
  }

  private static final int LONGEST_ERROR = 500;

  private static Duration doubled(Duration first, int times, Duration longest) {
    Duration pause = first.multipliedBy(1L << Math.min(times, 20));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  /** Between 80 and 120 percent: not all at once. */
  private static Duration jittered(Duration pause) {
    return pause.multipliedBy(ThreadLocalRandom.current().nextInt(80, 121)).dividedBy(100);
  }
}
