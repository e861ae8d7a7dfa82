package io.flowmaster.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A client as the protocol has it, by hand, so that tests see each message. */
final class McpTestClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final ObjectMapper json;
  private final Map<String, String> headers = new HashMap<>();
  private int requests;

  McpTestClient(String url, String token, ObjectMapper json) {
    this.uri = URI.create(url + "/mcp");
    this.json = json;
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("Content-Type", "application/json");
  }

  McpTestClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Begins a session. */
  McpTestClient begin(boolean elicits) throws Exception {
    Map<String, Object> can = elicits ? Map.of("elicitation", Map.of()) : Map.of();
    HttpResponse<Stream<String>> answer =
        send(
            request(
                "initialize",
                Map.of(
                    "protocolVersion",
                    "2025-06-18",
                    "capabilities",
                    can,
                    "clientInfo",
                    Map.of("name", "test", "version", "1"))));
    assertThat(answer.statusCode()).isEqualTo(200);
    headers.put("Mcp-Session-Id", answer.headers().firstValue("Mcp-Session-Id").orElseThrow());
    headers.put("MCP-Protocol-Version", "2025-06-18");
    JsonNode result = last(answer, message -> {});
    assertThat(result.at("/result/capabilities/tools/listChanged").asBoolean()).isTrue();
    ObjectNode ready =
        json.createObjectNode().put("jsonrpc", "2.0").put("method", "notifications/initialized");
    assertThat(send(ready).statusCode()).isEqualTo(202);
    return this;
  }

  /** The result of a request, or its error. */
  JsonNode ask(String method, Object params) throws Exception {
    return ask(method, params, message -> {});
  }

  /** The same, and what comes before it. */
  JsonNode ask(String method, Object params, Consumer<JsonNode> before) throws Exception {
    HttpResponse<Stream<String>> answer = send(request(method, params));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode message = last(answer, before);
    return message.has("error") ? message.path("error") : message.path("result");
  }

  JsonNode call(String tool, Map<String, ?> arguments) throws Exception {
    return ask("tools/call", Map.of("name", tool, "arguments", arguments));
  }

  List<JsonNode> all(String list) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String cursor = null;
    do {
      JsonNode page = ask(list + "/list", cursor == null ? Map.of() : Map.of("cursor", cursor));
      page.path(list).forEach(all::add);
      cursor = page.path("nextCursor").textValue();
    } while (cursor != null);
    return all;
  }

  ObjectNode request(String method, Object params) {
    ObjectNode message = json.createObjectNode().put("jsonrpc", "2.0").put("id", ++requests);
    message.put("method", method).set("params", json.valueToTree(params));
    return message;
  }

  int lastId() {
    return requests;
  }

  HttpResponse<Stream<String>> send(JsonNode message) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    return HTTP.send(
        request.POST(HttpRequest.BodyPublishers.ofString(message.toString())).build(),
        HttpResponse.BodyHandlers.ofLines());
  }

  /** Listens on a thread of its own, until the stream ends. */
  Thread listen(Consumer<JsonNode> heard) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    HttpResponse<Stream<String>> answer =
        HTTP.send(request.GET().build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    Thread listener = new Thread(() -> events(answer.body(), heard), "listener");
    listener.setDaemon(true);
    listener.start();
    return listener;
  }

  private JsonNode last(HttpResponse<Stream<String>> answer, Consumer<JsonNode> before)
      throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("application/json")) {
      return json.readTree(String.join("\n", answer.body().toList()));
    }
    assertThat(type).startsWith("text/event-stream");
    List<JsonNode> messages = new ArrayList<>();
    events(
        answer.body(),
        message -> {
          if (message.has("id") && !message.has("method")) {
            messages.add(message);
          } else {
            before.accept(message);
          }
        });
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private void events(Stream<String> lines, Consumer<JsonNode> each) {
    lines
        .filter(line -> line.startsWith("data: "))
        .forEach(
            line -> {
              try {
                each.accept(json.readTree(line.substring(6)));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
