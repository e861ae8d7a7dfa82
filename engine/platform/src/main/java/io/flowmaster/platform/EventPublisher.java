package io.flowmaster.platform;

import org.jspecify.annotations.Nullable;

/**
 * Publishes events of one's own on the bus. Facts of the areas need no call: every {@link
 * DomainEvent} that is worth telling is on the bus by itself.
 */
public interface EventPublisher {

  /**
   * Publishes an event as the current actor, in the current transaction: it is told when that
   * commits, and never when it rolls back.
   *
   * @return the event's id
   * @throws Problem when the type is one of the platform's own, when the data do not fit the schema
   *     that the tenant registered for the type, or when something is too long
   * @throws IllegalStateException when nobody acts
   */
  String publish(NewEvent event);

  /**
   * An event to be.
   *
   * @param type what happened, for example {@code com.example.invoice.paid}: 1 to 200 letters,
   *     digits, dots, hyphens and underscores
   * @param subject to what it happened, at most 300 characters; events of one subject are delivered
   *     in their order
   * @param data whatever can be written as JSON, without secrets
   */
  record NewEvent(String type, @Nullable String subject, @Nullable Object data) {}
}
