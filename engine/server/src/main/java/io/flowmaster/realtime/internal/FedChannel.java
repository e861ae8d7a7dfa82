package io.flowmaster.realtime.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.EventPublisher;
import io.flowmaster.platform.EventSink;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.LiveChannel;
import io.flowmaster.platform.Roles;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Channels that subscriptions feed: a subscription with the sink {@code {"channel": "wallboard"}}
 * puts its events on {@code channel/wallboard}, which everybody of the tenant may hear.
 */
@Component
class FedChannel implements LiveChannel, EventSink {
  private static final String TYPE = "com.flowmaster.channel.fed";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private final EventPublisher publisher;
  private final ObjectMapper json;

  FedChannel(EventPublisher publisher, ObjectMapper json) {
    this.publisher = publisher;
    this.json = json;
  }

  @Override
  public String kind() {
    return "channel";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.ADMIN, Roles.DEVELOPER);
  }

  @Override
  public void check(ObjectNode settings) {
    if (!NAME.matcher(settings.path("channel").asText()).matches() || settings.size() != 1) {
      throw new InvalidValue("sink", "A channel's name has letters, digits, dots and hyphens.");
    }
  }

  @Override
  public void deliver(ObjectNode settings, BusEvent event) {
    if (event.type().equals(TYPE)) {
      return;
    }
    ObjectNode data = json.createObjectNode();
    data.put("id", event.id()).put("source", event.source()).put("type", event.type());
    data.put("subject", event.subject()).put("time", event.time().toString());
    data.set("data", event.data());
    publisher.publish(
        new EventPublisher.NewEvent(TYPE, "channel/" + settings.path("channel").asText(), data));
  }

  @Override
  public boolean isOpen(@Nullable String id) {
    return id != null;
  }

  @Override
  public boolean carries(@Nullable String id, BusEvent event) {
    return event.type().equals(TYPE) && ("channel/" + id).equals(event.subject());
  }
}
