package io.flowmaster.notifications;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notification is over: sent, given up or left out. */
public record NotificationEnded(
    TenantId tenant,
    String notification,
    Channel channel,
    String topic,
    NotificationStatus status,
    @Nullable String code,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "notification/" + notification;
  }
}
