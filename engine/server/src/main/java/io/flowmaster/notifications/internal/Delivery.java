package io.flowmaster.notifications.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.NotificationEnded;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.notifications.Preferences;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings one message on its way, if it is still wanted and called for. */
@Component
class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final int MOST_DOUBLINGS = 20;
  private final JdbcMessages messages;
  private final JdbcPreferences preferences;
  private final List<Carrier> carriers;
  private final TaskState tasks;
  private final UserDirectory users;
  private final EngineScope engine;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final NotificationsProperties properties;
  private final Clock clock;

  Delivery(
      JdbcMessages messages,
      JdbcPreferences preferences,
      List<Carrier> carriers,
      TaskState tasks,
      UserDirectory users,
      EngineScope engine,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      NotificationsProperties properties,
      Clock clock) {
    this.messages = messages;
    this.preferences = preferences;
    this.carriers = carriers;
    this.tasks = tasks;
    this.users = users;
    this.engine = engine;
    this.transaction = transaction;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether messages of the channel can be sent here. */
  boolean isReady(Channel channel) {
    return channel == Channel.INAPP
        || carriers.stream().anyMatch(each -> each.channel() == channel && each.isReady());
  }

  /** When it wants another turn; empty when it is over. */
  Optional<Instant> take(String id) {
    MessageRow message = messages.find(id).orElse(null);
    if (message == null || message.status() != NotificationStatus.QUEUED) {
      return Optional.empty();
    }
    Preferences wishes = preferences.of(message.tenant(), message.wishes());
    if (!wishes.wants(message.channel(), message.topic())) {
      return over(message, NotificationStatus.SKIPPED, "not-wanted");
    }
    ZonedDateTime quiet = message.urgent() ? null : wishes.quietUntil(clock.instant());
    if (quiet != null) {
      return later(message, quiet.toInstant());
    }
    if (message.task() != null && !tasks.concerns(message)) {
      return over(message, NotificationStatus.SKIPPED, "reason-gone");
    }
    String address = address(message, wishes);
    if (address == null) {
      return over(message, NotificationStatus.FAILED, "no-address");
    }
    return attempt(message, address);
  }

  private @Nullable String address(MessageRow message, Preferences wishes) {
    if (message.person() == null) {
      return message.recipient();
    }
    return message.channel() == Channel.SMS
        ? wishes.phone()
        : users
            .find(message.tenant(), new UserId(message.person()))
            .map(Person::email)
            .orElse(null);
  }

  private Optional<Instant> attempt(MessageRow message, String address) {
    Carrier carrier =
        carriers.stream()
            .filter(each -> each.channel() == message.channel() && each.isReady())
            .findFirst()
            .orElse(null);
    if (carrier == null) {
      return over(message, NotificationStatus.FAILED, "channel-not-configured");
    }
    Carrier.NotDeliverable fault = fault(carrier, message, address);
    note(message, fault == null ? null : fault.getMessage());
    if (fault == null) {
      return over(message, NotificationStatus.SENT, null);
    }
    int failed = message.attempts() + 1;
    return fault.isFinal() || failed >= properties.mostAttempts()
        ? over(message, NotificationStatus.FAILED, fault.isFinal() ? "refused" : "given-up")
        : later(message, clock.instant().plus(pause(failed)));
  }

  /** Sends it once; null when that succeeded. A fault of ours counts as an attempt, too. */
  private static Carrier.@Nullable NotDeliverable fault(
      Carrier carrier, MessageRow message, String address) {
    try {
      carrier.send(message, address);
      return null;
    } catch (Carrier.NotDeliverable e) {
      return e;
    } catch (RuntimeException e) {
      LOG.warn("notification {} could not be sent", message.id(), e);
      return new Carrier.NotDeliverable("something went wrong inside the platform", false);
    }
  }

  /** Twice as long each time, and a bit more or less so that many do not come together. */
  private Duration pause(int failed) {
    long longest = properties.longestRetry().toMillis();
    long base = properties.firstRetry().toMillis() << Math.min(failed - 1, MOST_DOUBLINGS);
    long pause = Math.min(longest, base);
    return Duration.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause / 5 + 1));
  }

  private void note(MessageRow message, @Nullable String error) {
    transaction.executeWithoutResult(status -> messages.attempted(message, clock.instant(), error));
  }

  private Optional<Instant> later(MessageRow message, Instant at) {
    transaction.executeWithoutResult(status -> messages.next(message.id(), at));
    return Optional.of(at);
  }

  private Optional<Instant> over(
      MessageRow message, NotificationStatus status, @Nullable String code) {
    Instant now = clock.instant();
    engine.actingAs(
        Actor.system(message.tenant()),
        () ->
            transaction.execute(
                tx -> {
                  if (messages.end(message.id(), status, code, now)) {
                    events.publishEvent(
                        new NotificationEnded(
                            message.tenant(),
                            message.id(),
                            message.channel(),
                            message.topic(),
                            status,
                            code,
                            now));
                  }
                  return true;
                }));
    return Optional.empty();
  }
}
