package io.flowmaster.notifications.internal;

import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.InboxEntry;
import io.flowmaster.notifications.Notification;
import io.flowmaster.notifications.NotificationStatus;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is stored.
 *
 * @param person the user that it is for; null for an address that is nobody's
 * @param task the task that must still be open when it is sent
 */
record MessageRow(
    String id,
    TenantId tenant,
    Channel channel,
    String recipient,
    @Nullable String person,
    String topic,
    @Nullable String template,
    @Nullable Integer templateVersion,
    String locale,
    @Nullable String subject,
    String body,
    boolean html,
    @Nullable String task,
    @Nullable String dedupKey,
    boolean urgent,
    NotificationStatus status,
    @Nullable String code,
    int attempts,
    @Nullable Instant nextAt,
    Instant createdAt,
    UserId createdBy,
    @Nullable Instant readAt) {

  /** By what preferences know the recipient. */
  String wishes() {
    return person == null ? recipient : person;
  }

  Notification view(@Nullable List<Notification.Attempt> tried) {
    return new Notification(
        id,
        channel,
        recipient,
        topic,
        template,
        templateVersion,
        locale,
        subject,
        status,
        nextAt,
        code,
        tried,
        createdAt,
        createdBy);
  }

  InboxEntry entry() {
    return new InboxEntry(id, topic, subject, body, task, createdAt, readAt);
  }
}
