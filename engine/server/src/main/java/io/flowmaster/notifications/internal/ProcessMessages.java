package io.flowmaster.notifications.internal;

import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.InvalidNotification;
import io.flowmaster.notifications.NotificationDraft;
import io.flowmaster.notifications.Notifications;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.MessageSender;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that processes send: nobody's in person, so the platform's worker sends them. */
@Component
class ProcessMessages implements MessageSender {
  private static final String SENDER = "process";
  private final Notifications notifications;
  private final CurrentActor current;

  ProcessMessages(Notifications notifications, CurrentActor current) {
    this.notifications = notifications;
    this.current = current;
  }

  @Override
  public String send(TenantId tenant, Message message) {
    Actor sender =
        new Actor(
            tenant, new UserId(SENDER), SENDER, Actor.Kind.WORKER, Set.of(Roles.WORKER), Set.of());
    return current.as(sender, () -> notifications.send(draft(message)).id());
  }

  private static NotificationDraft draft(Message message) {
    return new NotificationDraft(
        channel(message.channel()),
        message.to(),
        null,
        message.template(),
        message.subject(),
        message.body(),
        message.variables(),
        message.locale(),
        null,
        List.of(),
        message.key(),
        message.urgent());
  }

  private static Channel channel(String name) {
    try {
      return Channel.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidNotification("/channel", "It is inapp, email, sms or push.");
    }
  }
}
