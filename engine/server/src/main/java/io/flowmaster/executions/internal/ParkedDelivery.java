package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.executions.MessageExpired;
import io.flowmaster.executions.internal.JdbcParkedMessages.Held;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings parked messages to those who began to wait since, and throws away what nobody wanted in
 * time. Taking the message out and the receiver's next step are one transaction under a lock of the
 * message's row: it is received once, whichever nodes look for it and whenever one dies.
 */
@Component
class ParkedDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(ParkedDelivery.class);
  private static final int MOST = 200;
  private static final int LONGEST_PAUSE = 5;

  private final JdbcParkedMessages parked;
  private final MessageDelivery delivery;
  private final EngineCalls engine;
  private final EngineScope scope;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ParkedDelivery(
      JdbcParkedMessages parked,
      MessageDelivery delivery,
      EngineCalls engine,
      EngineScope scope,
      ApplicationEventPublisher events,
      Clock clock) {
    this.parked = parked;
    this.delivery = delivery;
    this.engine = engine;
    this.scope = scope;
    this.events = events;
    this.clock = clock;
  }

  /** Two cheap looks a second and node while nothing waits. */
  @Scheduled(fixedDelayString = "${flowmaster.executions.parked-interval:PT1S}")
  void look() {
    Instant now = clock.instant();
    parked.expired(now, MOST).forEach(this::expire);
    parked.awaited(now, MOST).forEach(this::offer);
  }

  private void expire(String id) {
    parked.sender(id).ifPresent(sender -> as(sender, id, () -> remove(id)));
  }

  private boolean remove(String id) {
    Optional<Held> held = parked.hold(id);
    held.ifPresent(
        h -> {
          parked.remove(id);
          Instant now = clock.instant();
          events.publishEvent(new MessageExpired(h.actor().tenant(), id, h.message().name(), now));
        });
    return held.isPresent();
  }

  private void offer(String id) {
    Actor sender = parked.sender(id).orElse(null);
    if (sender == null) {
      return;
    }
    try {
      as(sender, id, () -> deliver(id));
    } catch (Problem refused) {
      as(sender, id, () -> putOff(id, refused.getMessage()));
    } catch (RuntimeException e) {
      LOG.warn("parked message {} could not be delivered", id, e);
      as(sender, id, () -> putOff(id, "Something went wrong inside the platform."));
    }
  }

  private boolean deliver(String id) {
    Held held = parked.hold(id).orElse(null);
    if (held == null) {
      return false;
    }
    boolean received = delivery.offer(held.message()).isPresent();
    if (received) {
      parked.remove(id);
    } else {
      parked.putOff(id, later(held), null);
    }
    return received;
  }

  private boolean putOff(String id, @Nullable String problem) {
    parked.hold(id).ifPresent(held -> parked.putOff(id, later(held), problem));
    return false;
  }

  private Instant later(Held held) {
    return clock.instant().plus(Duration.ofSeconds(Math.min(held.tries() + 1, LONGEST_PAUSE)));
  }

  private void as(Actor sender, String id, Supplier<Boolean> work) {
    MDC.put("requestId", "parked-" + id);
    try {
      scope.actingAs(sender, () -> engine.run(work));
    } finally {
      MDC.remove("requestId");
    }
  }
}
