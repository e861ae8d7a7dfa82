package io.flowmaster.events;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who receives which events of the current tenant; everything but the log itself. */
public interface EventSubscriptions {

  /** Makes a subscription; it receives what happens from now on. */
  EventSubscription create(SubscriptionDraft draft);

  /** The oldest first. */
  Page<EventSubscription> search(PageQuery page);

  /**
   * @throws SubscriptionNotFound when it is not there, or another tenant's
   */
  EventSubscription get(String id);

  /** Replaces what it is for; a webhook without a secret keeps the one that it had. */
  EventSubscription change(String id, SubscriptionDraft draft, @Nullable String ifMatch);

  /** Delivers nothing any more; events gather in the log. */
  EventSubscription pause(String id);

  /** Delivers again, beginning where it was paused. */
  EventSubscription resume(String id);

  /** Ends it, with what waits. */
  void delete(String id);

  /** The newest first. */
  Page<EventDelivery> deliveries(String id, EventDelivery.@Nullable Status status, PageQuery page);

  /** Tries dead letters again; answers how many, at most 1000 at once. */
  int redeliver(String id);

  /**
   * Tries one again that has ended, whether it was delivered or not.
   *
   * @throws DeliveryNotFound when the subscription has none such
   */
  EventDelivery redeliver(String id, String delivery);

  /**
   * Delivers past events once more, to this subscriber alone and beside what happens now.
   *
   * @param to null for all until now
   */
  void replay(String id, Instant from, @Nullable Instant to);
}
