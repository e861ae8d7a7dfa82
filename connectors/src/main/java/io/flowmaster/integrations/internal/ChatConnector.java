package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Incoming webhooks as Slack began them. */
@Component
class ChatConnector implements Connector {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int FIRST_REFUSAL = 300;
  private static final Set<Integer> NOT_DONE = Set.of(429, 503);
  private final ConnectorView view = Descriptors.read("slack");
  private final OutboundHttp http;
  private final Hosts hosts;

  ChatConnector(OutboundHttp http, Hosts hosts) {
    this.http = http;
    this.hosts = hosts;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public @Nullable JsonNode execute(ConnectorCall call) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("text", call.given("text"));
    put(message, "channel", call.given("channel", call.setting("channel", "")));
    put(message, "username", call.setting("username", ""));
    put(message, "icon_emoji", call.setting("iconEmoji", ""));
    if (call.input().path("blocks").isArray()) {
      message.set("blocks", call.input().get("blocks"));
    }
    try {
      OutboundAnswer answer =
          http.send(
              OutboundRequest.post(
                  address(call),
                  Map.of("Content-Type", List.of("application/json")),
                  message.toString().getBytes(StandardCharsets.UTF_8),
                  LIMIT));
      if (answer.status() >= FIRST_REFUSAL) {
        throw ConnectorProblem.answered(
            "http-" + answer.status(),
            "The chat answered " + answer.status() + ".",
            NOT_DONE.contains(answer.status()),
            JsonNodeFactory.instance.textNode(new String(answer.body(), StandardCharsets.UTF_8)));
      }
      return null;
    } catch (IOException e) {
      throw e instanceof ConnectException
          ? Hosts.notReached(e)
          : ConnectorProblem.lasting(
              "http-unclear", "No answer came. Whether the message was posted is not known.");
    }
  }

  @Override
  public String test(ConnectorCall call) {
    hosts.resolve(address(call).getHost());
    return "The host is there and allowed. Nothing was posted.";
  }

  private static URI address(ConnectorCall call) {
    try {
      URI address = URI.create(call.setting("webhookUrl", ""));
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // As bad as one without a host.
    }
    throw ConnectorProblem.lasting("invalid-address", "The webhook address is no http address.");
  }

  private static void put(ObjectNode message, String name, String value) {
    if (!value.isEmpty()) {
      message.put(name, value);
    }
  }
}
