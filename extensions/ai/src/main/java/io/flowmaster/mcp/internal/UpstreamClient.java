package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.mcp.UpstreamFailed;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks servers elsewhere. The SDK's client would open its own connections; these go the guarded
 * way, and schemas are handed on as they came.
 */
@Component
class UpstreamClient {
  private static final Logger LOG = LoggerFactory.getLogger(UpstreamClient.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 1_048_576;
  private static final int MOST_TOOLS = 200;
  private static final int MOST_PAGES = 20;
  private final OutboundHttp http;
  private final ObjectMapper json;

  UpstreamClient(OutboundHttp http, ObjectMapper json) {
    this.http = http;
    this.json = json;
  }

  /**
   * Where a server is, and what is shown to it.
   *
   * @param secret null for none
   */
  record Target(String url, String header, @Nullable String secret) {
    @Override
    public String toString() {
      return "Target[" + url + "]";
    }
  }

  /** Its tools as it says them. */
  List<JsonNode> tools(Target target) {
    Conversation conversation = begin(target);
    List<JsonNode> tools = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES && tools.size() < MOST_TOOLS; page++) {
      ObjectNode params = json.createObjectNode();
      if (cursor != null) {
        params.put("cursor", cursor);
      }
      JsonNode result = conversation.ask("tools/list", params);
      result.path("tools").forEach(tools::add);
      cursor = result.path("nextCursor").textValue();
      if (cursor == null) {
        break;
      }
    }
    return tools.size() > MOST_TOOLS ? tools.subList(0, MOST_TOOLS) : tools;
  }

  /** The result of a call. */
  JsonNode call(Target target, String tool, ObjectNode arguments) {
    ObjectNode params = json.createObjectNode().put("name", tool);
    params.set("arguments", arguments);
    return begin(target).ask("tools/call", params);
  }

  private Conversation begin(Target target) {
    Conversation conversation = new Conversation(target);
    ObjectNode params = json.createObjectNode();
    params.put("protocolVersion", ProtocolVersions.MCP_2025_06_18);
    params.putObject("capabilities");
    params.putObject("clientInfo").put("name", "flowmaster").put("version", "1");
    JsonNode begun = conversation.ask("initialize", params);
    conversation.version = begun.path("protocolVersion").asText(ProtocolVersions.MCP_2025_06_18);
    conversation.tell("notifications/initialized");
    return conversation;
  }

  /** A session with a server, as long as one question to it. */
  private final class Conversation {
    private final Target target;
    private int id;
    private @Nullable String session;
    private @Nullable String version;

    Conversation(Target target) {
      this.target = target;
    }

    JsonNode ask(String method, ObjectNode params) {
      ObjectNode message = json.createObjectNode().put("jsonrpc", "2.0").put("id", ++id);
      message.put("method", method).set("params", params);
      OutboundAnswer answer = send(message);
      first(answer, "mcp-session-id").ifPresent(given -> session = given);
      JsonNode reply = reply(answer);
      if (reply.has("error")) {
        String why = reply.at("/error/message").asText("an error");
        throw new UpstreamFailed("The server refuses it: " + cut(why));
      }
      return reply.path("result");
    }

    void tell(String method) {
      send(json.createObjectNode().put("jsonrpc", "2.0").put("method", method));
    }

    private OutboundAnswer send(ObjectNode message) {
      Map<String, List<String>> headers = new HashMap<>();
      headers.put("Content-Type", List.of("application/json"));
      headers.put("Accept", List.of("application/json, text/event-stream"));
      if (target.secret() != null) {
        boolean bare =
            "authorization".equalsIgnoreCase(target.header()) && !target.secret().contains(" ");
        headers.put(target.header(), List.of(bare ? "Bearer " + target.secret() : target.secret()));
      }
      if (session != null) {
        headers.put("Mcp-Session-Id", List.of(session));
      }
      if (version != null) {
        headers.put("MCP-Protocol-Version", List.of(version));
      }
      byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
      try {
        OutboundAnswer answer =
            http.send(
                new OutboundRequest(
                    "POST",
                    URI.create(target.url()),
                    headers,
                    body,
                    TIMEOUT,
                    MOST_BYTES,
                    false,
                    null));
        if (answer.status() >= 300) {
          throw new UpstreamFailed("The server answers with status " + answer.status() + ".");
        }
        return answer;
      } catch (IOException e) {
        LOG.debug("no answer of {}", target, e);
        throw new UpstreamFailed("The server does not answer, or says too much.");
      }
    }

    private JsonNode reply(OutboundAnswer answer) {
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      boolean isStream = first(answer, "content-type").orElse("").startsWith("text/event-stream");
      for (String each : isStream ? events(text) : List.of(text)) {
        try {
          JsonNode message = json.readTree(each);
          if (message.path("id").asInt(-1) == id && !message.has("method")) {
            return message;
          }
        } catch (JsonProcessingException e) {
          throw new UpstreamFailed("The server's answer is not JSON.");
        }
      }
      throw new UpstreamFailed("The server does not answer what it was asked.");
    }
  }

  private static List<String> events(String text) {
    List<String> events = new ArrayList<>();
    for (String event : text.split("\\r?\\n\\r?\\n")) {
      StringBuilder data = new StringBuilder();
      event
          .lines()
          .filter(line -> line.startsWith("data:"))
          .forEach(line -> data.append(line.substring(5).strip()));
      if (!data.isEmpty()) {
        events.add(data.toString());
      }
    }
    return events;
  }

  private static Optional<String> first(OutboundAnswer answer, String header) {
    return answer.headers().getOrDefault(header, List.of()).stream().findFirst();
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
