package io.flowmaster.webhooks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.EventPublisher;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.ProcessTriggers;
import io.flowmaster.platform.TenantId;
import io.flowmaster.webhooks.DeliveryOutcome;
import io.flowmaster.webhooks.DeliveryReceipt;
import io.flowmaster.webhooks.DeliveryView;
import io.flowmaster.webhooks.WebhookReceived;
import io.flowmaster.webhooks.WebhookTarget;
import io.flowmaster.webhooks.WebhookTrial;
import io.flowmaster.webhooks.WebhookView;
import io.flowmaster.webhooks.internal.JdbcWebhookStore.Owned;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does what a delivery is for, and remembers in the same transaction that it was done. */
@Component
class HandledDeliveries {
  private static final int LONGEST_ID = 200;
  private final JdbcDeliveryLog log;
  private final MappedDelivery mapper;
  private final ProcessTriggers triggers;
  private final ObjectProvider<EventPublisher> bus;
  private final ApplicationEventPublisher events;
  private final WebhooksProperties properties;
  private final Clock clock;

  HandledDeliveries(
      JdbcDeliveryLog log,
      MappedDelivery mapper,
      ProcessTriggers triggers,
      ObjectProvider<EventPublisher> bus,
      ApplicationEventPublisher events,
      WebhooksProperties properties,
      Clock clock) {
    this.log = log;
    this.mapper = mapper;
    this.triggers = triggers;
    this.bus = bus;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  @Transactional
  DeliveryReceipt handle(Owned owned, Delivery delivery) {
    TenantId tenant = owned.tenant();
    WebhookView webhook = owned.webhook();
    String deliveryId = deliveryId(webhook, delivery);
    String digest = digest(delivery.body());
    String key = deliveryId == null ? "digest:" + digest + ":" + window() : "id:" + deliveryId;
    if (log.knows(webhook.id(), key, digest, clock.instant().minus(properties.replayWindow()))) {
      return new DeliveryReceipt("", true);
    }
    String id = Ids.next();
    // Before anything is done: the same delivery at the same time waits here, and then is refused.
    log.add(tenant, webhook.id(), key, digest, view(id, deliveryId, delivery, null));
    JsonNode body = mapper.body(delivery.body());
    WebhookTrial meant = mapper.of(webhook.mapping(), body, delivery.headers(), delivery.query());
    String reference = meant.counts() ? trigger(webhook.target(), meant) : null;
    DeliveryOutcome outcome = meant.counts() ? DeliveryOutcome.DONE : DeliveryOutcome.IGNORED;
    log.settle(tenant, id, outcome, reference);
    events.publishEvent(
        new WebhookReceived(tenant, webhook.id(), id, outcome, reference, clock.instant()));
    return new DeliveryReceipt(id, false);
  }

  /** Beside the transaction that was rolled back; what failed may come again. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void failed(Owned owned, Delivery delivery, String why) {
    String id = Ids.next();
    String deliveryId = deliveryId(owned.webhook(), delivery);
    log.add(
        owned.tenant(),
        owned.webhook().id(),
        "failed:" + id,
        digest(delivery.body()),
        view(id, deliveryId, delivery, why));
    events.publishEvent(
        new WebhookReceived(
            owned.tenant(),
            owned.webhook().id(),
            id,
            DeliveryOutcome.FAILED,
            null,
            clock.instant()));
  }

  private @Nullable String trigger(WebhookTarget target, WebhookTrial meant) {
    if (target.processKey() != null) {
      return triggers.start(target.processKey(), meant.businessKey(), meant.variables());
    }
    if (target.message() != null) {
      return triggers
          .correlate(target.message(), meant.businessKey(), meant.correlation(), meant.variables())
          .stream()
          .findFirst()
          .orElse(null);
    }
    EventPublisher publisher = bus.getIfAvailable();
    if (publisher == null) {
      throw new InvalidValue("target", "There is no event bus on this platform.");
    }
    return publisher.publish(
        new EventPublisher.NewEvent(
            String.valueOf(target.event()), meant.subject(), meant.variables()));
  }

  private DeliveryView view(
      String id, @Nullable String deliveryId, Delivery delivery, @Nullable String why) {
    return new DeliveryView(
        id,
        deliveryId,
        clock.instant(),
        delivery.body().length,
        why == null ? DeliveryOutcome.DONE : DeliveryOutcome.FAILED,
        null,
        why);
  }

  /** Without an id the same content counts as the same delivery, but not for ever. */
  private long window() {
    return clock.millis() / Math.max(1, properties.replayWindow().toMillis());
  }

  private static @Nullable String deliveryId(WebhookView webhook, Delivery delivery) {
    return Signatures.deliveryId(webhook.scheme(), delivery)
        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
        .orElse(null);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
