package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.EventPublisher;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.ScheduledAction;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Publishes an event. */
@Component
class PublishEventAction implements ScheduledAction {
  private final ObjectProvider<EventPublisher> publisher;
  private final ConfigurationReader reader;

  PublishEventAction(ObjectProvider<EventPublisher> publisher, ConfigurationReader reader) {
    this.publisher = publisher;
    this.reader = reader;
  }

  @Override
  public String type() {
    return "publish-event";
  }

  @Override
  public String description() {
    return "Publishes an event of one's own on the event bus: eventType, subject and data.";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER);
  }

  @Override
  public List<FieldError> check(JsonNode configuration) {
    return reader
        .faults(configuration)
        .text("eventType", true, 200)
        .text("subject", false, 300)
        .anything("data")
        .nothingElse();
  }

  @Override
  public Outcome run(JsonNode configuration, Run run) {
    String id =
        publisher
            .getObject()
            .publish(
                new EventPublisher.NewEvent(
                    configuration.path("eventType").asText(),
                    ConfigurationReader.textOrNull(configuration, "subject"),
                    configuration.get("data")));
    return new Outcome("Published the event " + id + ".", "event/" + id);
  }
}
