package io.flowmaster.webhooks.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.flowmaster.webhooks.DeliveryFailed;
import io.flowmaster.webhooks.DeliveryReceipt;
import io.flowmaster.webhooks.SignatureRefused;
import io.flowmaster.webhooks.TooManyDeliveries;
import io.flowmaster.webhooks.WebhookNotFound;
import io.flowmaster.webhooks.WebhookReceiver;
import io.flowmaster.webhooks.internal.JdbcWebhookStore.Owned;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Lets in what is signed, as an actor of the webhook's tenant. */
@Component
class SignedReceiver implements WebhookReceiver {
  private static final int BUCKETS = 10_000;
  private final JdbcWebhookStore store;
  private final HandledDeliveries handled;
  private final CurrentActor current;
  private final WebhooksProperties properties;
  private final Signatures signatures;
  private final Clock clock;
  private final Cache<String, Bucket> good = buckets();

  /** Apart, so that whoever cannot sign keeps out nobody who can. */
  private final Cache<String, Bucket> bad = buckets();

  SignedReceiver(
      JdbcWebhookStore store,
      HandledDeliveries handled,
      CurrentActor current,
      WebhooksProperties properties,
      Clock clock) {
    this.store = store;
    this.handled = handled;
    this.current = current;
    this.properties = properties;
    this.signatures = new Signatures(properties.replayWindow());
    this.clock = clock;
  }

  @Override
  public int mostBytes() {
    return properties.mostBytes();
  }

  @Override
  public DeliveryReceipt receive(
      String token, Map<String, String> headers, Map<String, String> query, byte[] body) {
    Owned owned =
        store
            .at(token)
            .filter(found -> found.webhook().enabled())
            .orElseThrow(() -> new WebhookNotFound("at this address"));
    String id = owned.webhook().id();
    Delivery delivery = new Delivery(headers, query, body);
    String secret = store.secret(owned.tenant(), id);
    if (!signatures.isGood(owned.webhook().scheme(), secret, delivery, clock.instant())) {
      requireRoom(bad, id);
      store.rejected(owned.tenant(), id, clock.instant());
      throw new SignatureRefused();
    }
    requireRoom(good, id);
    return current.as(actor(owned), () -> handle(owned, delivery));
  }

  private DeliveryReceipt handle(Owned owned, Delivery delivery) {
    try {
      return handled.handle(owned, delivery);
    } catch (DuplicateKeyException sameTime) {
      return new DeliveryReceipt("", true);
    } catch (Problem e) {
      handled.failed(owned, delivery, e.getMessage());
      throw new DeliveryFailed();
    }
  }

  private static Cache<String, Bucket> buckets() {
    return Caffeine.newBuilder()
        .maximumSize(BUCKETS)
        .expireAfterAccess(Duration.ofMinutes(5))
        .build();
  }

  private void requireRoom(Cache<String, Bucket> buckets, String webhook) {
    int most = properties.perMinute();
    Bucket bucket =
        buckets.get(
            webhook,
            id ->
                Bucket.builder()
                    .addLimit(
                        limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                    .build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyDeliveries(Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }
  }

  /** Nobody of the tenant did it; it may do what those may who make webhooks. */
  private static Actor actor(Owned owned) {
    return new Actor(
        owned.tenant(),
        new UserId("webhook-" + owned.webhook().id()),
        owned.webhook().name(),
        Actor.Kind.SYSTEM,
        Set.of(Roles.DEVELOPER),
        Set.of());
  }
}
