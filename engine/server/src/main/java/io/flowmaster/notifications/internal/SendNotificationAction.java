package io.flowmaster.notifications.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.notifications.Channel;
import io.flowmaster.notifications.NotificationDraft;
import io.flowmaster.notifications.Notifications;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.ScheduledAction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a notification when a schedule says so. */
@Component
class SendNotificationAction implements ScheduledAction {
  private final Notifications notifications;
  private final ObjectMapper json;

  SendNotificationAction(Notifications notifications, ObjectMapper json) {
    this.notifications = notifications;
    this.json = json;
  }

  @Override
  public String type() {
    return "send-notification";
  }

  @Override
  public String description() {
    return "Sends a notification: channel, to, and template or subject and body, with variables and locale.";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER);
  }

  /** What such a schedule says. */
  private record Message(
      Channel channel,
      String to,
      @Nullable String template,
      @Nullable String subject,
      @Nullable String body,
      @Nullable Map<String, JsonNode> variables,
      @Nullable String locale) {

    boolean isComplete() {
      return channel != null && to != null && (template != null || body != null);
    }
  }

  @Override
  public List<FieldError> check(JsonNode configuration) {
    try {
      return read(configuration).isComplete()
          ? List.of()
          : List.of(new FieldError("", "Give channel, to, and template or body."));
    } catch (JsonProcessingException e) {
      return List.of(new FieldError("", "channel is email, sms or inapp; the others are texts."));
    }
  }

  private Message read(JsonNode configuration) throws JsonProcessingException {
    return json.treeToValue(configuration, Message.class);
  }

  @Override
  public Outcome run(JsonNode configuration, Run run) {
    Message message;
    try {
      message = read(configuration);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it was checked before", e);
    }
    String id =
        notifications
            .send(
                new NotificationDraft(
                    message.channel(),
                    message.to(),
                    null,
                    message.template(),
                    message.subject(),
                    message.body(),
                    message.variables() == null ? Map.of() : message.variables(),
                    message.locale(),
                    null,
                    List.of(),
                    "schedule-run/" + run.id(),
                    false))
            .id();
    return new Outcome("Accepted the notification " + id + ".", "notification/" + id);
  }
}
