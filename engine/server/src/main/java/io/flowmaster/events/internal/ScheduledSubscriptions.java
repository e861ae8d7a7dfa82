package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.DeliveriesRepeated;
import io.flowmaster.events.DeliveryNotFound;
import io.flowmaster.events.EventDelivery;
import io.flowmaster.events.EventSubscription;
import io.flowmaster.events.EventSubscription.Status;
import io.flowmaster.events.EventSubscriptions;
import io.flowmaster.events.InvalidReplay;
import io.flowmaster.events.SubscriptionChanged;
import io.flowmaster.events.SubscriptionCreated;
import io.flowmaster.events.SubscriptionDeleted;
import io.flowmaster.events.SubscriptionDraft;
import io.flowmaster.events.SubscriptionNotFound;
import io.flowmaster.events.SubscriptionPaused;
import io.flowmaster.events.SubscriptionReplayed;
import io.flowmaster.events.SubscriptionResumed;
import io.flowmaster.events.TooManySubscriptions;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.SecretCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions in tables, which {@link DeliverySchedule} gives their turns. */
@Service
class ScheduledSubscriptions implements EventSubscriptions {
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST_REPLAYS = 10;
  private static final int MOST_TYPES = 50;
  private final JdbcSubscriptions subscriptions;
  private final JdbcDeliveries deliveries;
  private final JdbcReplays replays;
  private final JdbcEventLog log;
  private final DeliverySchedule schedule;
  private final Sinks sinks;
  private final SubscriptionActors actors;
  private final Feel feel;
  private final SecretCipher cipher;
  private final EventsProperties properties;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  ScheduledSubscriptions(
      JdbcSubscriptions subscriptions,
      JdbcDeliveries deliveries,
      JdbcReplays replays,
      JdbcEventLog log,
      DeliverySchedule schedule,
      Sinks sinks,
      SubscriptionActors actors,
      Feel feel,
      SecretCipher cipher,
      EventsProperties properties,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.replays = replays;
    this.log = log;
    this.schedule = schedule;
    this.sinks = sinks;
    this.actors = actors;
    this.feel = feel;
    this.cipher = cipher;
    this.properties = properties;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  @Transactional
  public EventSubscription create(SubscriptionDraft draft) {
    if (subscriptions.count(current.tenant()) >= properties.mostSubscriptions()) {
      throw new TooManySubscriptions(properties.mostSubscriptions());
    }
    SubscriptionRow row = row(Ids.next(), draft, null);
    subscriptions.add(row);
    events.publishEvent(
        new SubscriptionCreated(
            current.tenant(), row.id(), row.name(), row.kind(), clock.instant()));
    schedule.soon(row.id());
    return view(row);
  }

  private SubscriptionRow row(
      String id, SubscriptionDraft draft, @Nullable SubscriptionRow former) {
    if (draft.types().isEmpty() || draft.types().size() > MOST_TYPES) {
      throw new InvalidValue("types", "Name 1 to " + MOST_TYPES + " patterns of types.");
    }
    TypePattern.of(draft.types());
    if (draft.filter() != null) {
      feel.check(draft.filter());
    }
    Sinks.Target target = sinks.target(draft.sink());
    Actor actor = current.get();
    return new SubscriptionRow(
        id,
        draft.name() == null ? name(target) : draft.name(),
        draft.types(),
        draft.filter(),
        target.kind(),
        target.settings(),
        secret(id, draft.sink(), target, former),
        Status.ACTIVE,
        null,
        former == null ? log.head() : former.position(),
        0,
        0,
        former == null ? 1 : former.revision() + 1,
        former == null ? actor : former.actor(),
        former == null ? actors.isMember(actor) : former.member(),
        former == null ? clock.instant() : former.createdAt());
  }

  private static String name(Sinks.Target target) {
    String name = target.settings().path(Webhook.URL).asText(target.kind());
    return name.substring(0, Math.min(name.length(), 200));
  }

  private @Nullable String secret(
      String id, ObjectNode sink, Sinks.Target target, @Nullable SubscriptionRow former) {
    if (!target.kind().equals(Webhook.KIND)) {
      return null;
    }
    String secret = Webhook.secret(sink);
    if (secret != null) {
      return cipher.encrypt(Webhook.context(current.tenant().value(), id), secret);
    }
    return former == null ? null : former.secret();
  }

  @Override
  public Page<EventSubscription> search(PageQuery page) {
    return Page.of(subscriptions.page(current.tenant(), page), page, row -> List.of(row.id()), null)
        .map(this::view);
  }

  @Override
  public EventSubscription get(String id) {
    return view(find(id));
  }

  private SubscriptionRow find(String id) {
    return subscriptions
        .find(id)
        .filter(row -> row.actor().tenant().equals(current.tenant()))
        .orElseThrow(SubscriptionNotFound::new);
  }

  private SubscriptionRow lock(String id) {
    find(id);
    return subscriptions.lock(id).orElseThrow(SubscriptionNotFound::new);
  }

  private EventSubscription view(SubscriptionRow row) {
    return row.view(
        deliveries.count(row.id(), EventDelivery.Status.PENDING),
        deliveries.count(row.id(), EventDelivery.Status.DEAD),
        Sinks.shown(row));
  }

  @Override
  @Transactional
  public EventSubscription change(String id, SubscriptionDraft draft, @Nullable String ifMatch) {
    SubscriptionRow former = lock(id);
    new Revision(former.revision()).requireMatch(ifMatch);
    SubscriptionRow row = row(id, draft, former);
    subscriptions.change(row);
    events.publishEvent(new SubscriptionChanged(current.tenant(), id, row.name(), clock.instant()));
    schedule.soon(id);
    return get(id);
  }

  @Override
  @Transactional
  public EventSubscription pause(String id) {
    lock(id);
    String reason = "Paused by " + current.get().name() + ".";
    if (subscriptions.status(id, Status.PAUSED, reason)) {
      events.publishEvent(new SubscriptionPaused(current.tenant(), id, reason, clock.instant()));
    }
    schedule.soon(id);
    return get(id);
  }

  @Override
  @Transactional
  public EventSubscription resume(String id) {
    lock(id);
    if (subscriptions.status(id, Status.ACTIVE, null)) {
      events.publishEvent(new SubscriptionResumed(current.tenant(), id, clock.instant()));
    }
    deliveries.hurry(id, clock.instant());
    schedule.soon(id);
    return get(id);
  }

  @Override
  @Transactional
  public void delete(String id) {
    SubscriptionRow row = lock(id);
    subscriptions.remove(id);
    events.publishEvent(new SubscriptionDeleted(current.tenant(), id, row.name(), clock.instant()));
    schedule.soon(id);
  }

  @Override
  public Page<EventDelivery> deliveries(
      String id, EventDelivery.@Nullable Status status, PageQuery page) {
    find(id);
    Long total = page.count() && status != null ? deliveries.count(id, status) : null;
    return Page.of(deliveries.page(id, status, page), page, each -> List.of(each.id()), total);
  }

  @Override
  @Transactional
  public int redeliver(String id) {
    lock(id);
    int count = deliveries.revive(id, clock.instant(), MOST_AT_ONCE);
    repeated(id, count);
    return count;
  }

  @Override
  @Transactional
  public EventDelivery redeliver(String id, String delivery) {
    lock(id);
    EventDelivery found = deliveries.find(id, delivery).orElseThrow(DeliveryNotFound::new);
    if (deliveries.reviveOne(id, found.id(), clock.instant())) {
      repeated(id, 1);
    }
    return deliveries.find(id, delivery).orElseThrow(DeliveryNotFound::new);
  }

  private void repeated(String id, int count) {
    if (count > 0) {
      events.publishEvent(new DeliveriesRepeated(current.tenant(), id, count, clock.instant()));
      schedule.soon(id);
    }
  }

  @Override
  @Transactional
  public void replay(String id, Instant from, @Nullable Instant to) {
    SubscriptionRow row = lock(id);
    if (to != null && !from.isBefore(to)) {
      throw new InvalidReplay("from lies before to.");
    }
    if (replays.count(id) >= MOST_REPLAYS) {
      throw new InvalidReplay("This subscription has " + MOST_REPLAYS + " replays to come.");
    }
    JdbcEventLog.Bounds bounds = log.bounds(from, to);
    replays.add(
        row.tenant(),
        id,
        new JdbcReplays.Replay(Ids.next(), bounds.after(), bounds.upTo(), from, to));
    events.publishEvent(new SubscriptionReplayed(current.tenant(), id, from, clock.instant()));
    schedule.soon(id);
  }
}
