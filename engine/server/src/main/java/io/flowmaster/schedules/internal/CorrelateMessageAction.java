package io.flowmaster.schedules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.executions.ExecutionMessages;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageReceipt.Receiver;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.ScheduledAction;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings a message to the execution that waits for it. */
@Component
class CorrelateMessageAction implements ScheduledAction {
  private final ExecutionMessages messages;
  private final ConfigurationReader reader;

  CorrelateMessageAction(ExecutionMessages messages, ConfigurationReader reader) {
    this.messages = messages;
    this.reader = reader;
  }

  @Override
  public String type() {
    return "correlate-message";
  }

  @Override
  public String description() {
    return "Brings the message name to the execution that waits for it, found by businessKey and correlation, with"
        + " variables; or starts the process that begins with it.";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN, Roles.WORKER);
  }

  @Override
  public List<FieldError> check(JsonNode configuration) {
    return reader
        .faults(configuration)
        .text("name", true, 255)
        .text("businessKey", false, 255)
        .members("correlation")
        .members("variables")
        .nothingElse();
  }

  @Override
  public Outcome run(JsonNode configuration, Run run) {
    List<Receiver> receivers =
        messages
            .correlate(
                new MessageCorrelation(
                    configuration.path("name").asText(),
                    ConfigurationReader.textOrNull(configuration, "businessKey"),
                    null,
                    reader.members(configuration, "correlation"),
                    reader.members(configuration, "variables")))
            .executions();
    String id = receivers.isEmpty() ? "" : receivers.get(0).id();
    return new Outcome(
        "The execution " + id + " received the message.", id.isEmpty() ? null : "execution/" + id);
  }
}
