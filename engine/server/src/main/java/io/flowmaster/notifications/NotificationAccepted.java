package io.flowmaster.notifications;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody asked for a notification. */
public record NotificationAccepted(
    TenantId tenant,
    String notification,
    Channel channel,
    String topic,
    @Nullable String template,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "notification/" + notification;
  }
}
