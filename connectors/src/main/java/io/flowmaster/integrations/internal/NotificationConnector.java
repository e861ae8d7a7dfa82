package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.MessageSender;
import io.flowmaster.platform.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The platform's own notifications; a task that is tried again sends its message once. */
@Component
class NotificationConnector implements Connector {
  private static final String KEY = "connector/";
  private final ConnectorView view = Descriptors.read("notification");
  private final MessageSender sender;

  NotificationConnector(MessageSender sender) {
    this.sender = sender;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    Map<String, JsonNode> variables = new HashMap<>();
    call.input()
        .path("variables")
        .properties()
        .forEach(each -> variables.put(each.getKey(), each.getValue()));
    try {
      String id =
          sender.send(
              call.tenant(),
              new MessageSender.Message(
                  call.given("channel", ""),
                  call.given("to", ""),
                  call.given("template"),
                  call.given("subject"),
                  call.given("body"),
                  variables,
                  call.given("locale"),
                  call.input().path("urgent").asBoolean(),
                  call.key() == null ? null : KEY + call.key()));
      return JsonNodeFactory.instance.objectNode().put("id", id);
    } catch (Problem refused) {
      throw ConnectorProblem.lasting(refused.code(), explained(refused));
    }
  }

  private static String explained(Problem refused) {
    return refused.errors().isEmpty()
        ? refused.getMessage()
        : refused.errors().stream()
            .map(error -> error.pointer() + ": " + error.detail())
            .collect(Collectors.joining(" "));
  }

  @Override
  public String test(ConnectorCall call) {
    return "The platform sends notifications itself. Nothing was sent.";
  }
}
