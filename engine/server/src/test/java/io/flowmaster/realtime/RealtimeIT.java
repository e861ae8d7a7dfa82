package io.flowmaster.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PlatformTest
class RealtimeIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Api api;
  private final Caller admin;
  private final List<Socket> sockets = new ArrayList<>();

  RealtimeIT(Api api) {
    this.api = api;
    admin = api.admin();
  }

  @AfterEach
  void close() {
    sockets.forEach(socket -> socket.socket.abort());
  }

  @Test
  void whoMaySeeATaskHearsOfItAtOnceAndNobodyElse() throws Exception {
    Socket ana = connect(token("employee", Roles.EMPLOYEE));
    Socket bob = connect(token("designer", Roles.EMPLOYEE));
    Socket manager = connect(token("boss", Roles.MANAGER));
    for (Socket each : List.of(ana, bob, manager)) {
      each.await("ready");
      each.send(Map.of("type", "subscribe", "channel", "tasks"));
      each.await("subscribed");
    }
    String task =
        admin.post("/tasks", Map.of("name", "Heard", "assignee", "employee")).expect(201).at("/id");
    String bobs =
        admin.post("/tasks", Map.of("name", "Bob's", "assignee", "designer")).expect(201).at("/id");
    JsonNode heard = ana.await("event", "task/" + task);
    assertThat(heard.path("channel").asText()).isEqualTo("tasks");
    assertThat(heard.at("/event/type").asText()).isEqualTo("task.created");
    assertThat(heard.path("id").asText()).matches("\\d+");
    manager.await("event", "task/" + task);
    bob.await("event", "task/" + bobs);
    assertThat(bob.seen.toString()).doesNotContain(task);
  }

  @Test
  void whoComesBackMissesNothing() throws Exception {
    String room = Names.unique("room");
    Socket first = connect(token("ana", Roles.EMPLOYEE));
    first.await("ready");
    first.send(Map.of("type", "subscribe", "channel", "chat/" + room));
    first.await("subscribed");
    first.send(Map.of("type", "message", "channel", "chat/" + room, "text", "one"));
    String last = first.await("event", "chat/" + room).path("id").asText();
    first.socket.abort();
    Socket bob = connect(token("bob", Roles.EMPLOYEE));
    bob.await("ready");
    bob.send(Map.of("type", "message", "channel", "chat/" + room, "text", "two"));
    bob.send(Map.of("type", "message", "channel", "chat/" + room, "text", "three"));
    Socket again = connect(token("ana", Roles.EMPLOYEE));
    again.await("ready");
    again.send(Map.of("type", "subscribe", "channel", "chat/" + room, "lastEventId", last));
    assertThat(again.await("event", "chat/" + room).at("/event/data/text").asText())
        .isEqualTo("two");
    assertThat(again.await("event", "chat/" + room).at("/event/data/text").asText())
        .isEqualTo("three");
    Socket other =
        connect(
            api.token(
                "eve", Map.of("other", Map.of("roles", List.of("admin"), "groups", List.of()))));
    other.await("ready");
    other.send(Map.of("type", "subscribe", "channel", "chat/" + room, "lastEventId", last));
    other.await("subscribed");
    assertThat(other.seen.toString()).doesNotContain("three");
  }

  @Test
  void presenceTellsWhoIsThere() throws Exception {
    String channel = "chat/" + Names.unique("room");
    Socket ana = connect(token("ana", Roles.EMPLOYEE));
    ana.await("ready");
    ana.send(Map.of("type", "subscribe", "channel", channel, "presence", true));
    assertThat(ana.await("presence").path("users").findValuesAsText("id")).containsExactly("ana");
    Socket bob = connect(token("bob", Roles.EMPLOYEE));
    bob.await("ready");
    bob.send(Map.of("type", "subscribe", "channel", channel, "presence", true));
    assertThat(ana.await("presence").path("users").findValuesAsText("id"))
        .containsExactly("ana", "bob");
    bob.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(5, TimeUnit.SECONDS);
    assertThat(ana.await("presence").path("users").findValuesAsText("id")).containsExactly("ana");
  }

  @Test
  void nothingIsToldWithoutAGoodToken() throws Exception {
    Socket stranger = connect(null);
    stranger.send(Map.of("type", "subscribe", "channel", "tasks"));
    assertThat(stranger.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
    Socket forged = connect(null);
    forged.send(Map.of("type", "auth", "token", "e.y.J"));
    assertThat(forged.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4401);
    Socket late = connect(null);
    late.send(Map.of("type", "auth", "token", token("ana", Roles.EMPLOYEE)));
    assertThat(late.await("ready").path("user").asText()).isEqualTo("ana");
    late.send(Map.of("type", "auth", "token", token("bob", Roles.EMPLOYEE)));
    assertThat(late.closed.get(5, TimeUnit.SECONDS)).as("another person").isEqualTo(4401);
  }

  @Test
  void badFramesAreAnsweredAndDoNoHarm() throws Exception {
    Socket ana = connect(token("ana", Roles.EMPLOYEE));
    ana.await("ready");
    for (String text : List.of("{", "[]", "1", "{\"type\":7}", "{\"type\":\"fly\"}")) {
      ana.socket.sendText(text, true).get(5, TimeUnit.SECONDS);
      assertThat(ana.await("error").path("code").asText()).isEqualTo("invalid-type");
    }
    for (String channel :
        List.of("", "tasks/1", "executions", "executions/none", "processes/none", "no", "../x")) {
      ana.send(Map.of("type", "subscribe", "channel", channel));
      assertThat(ana.await("error").path("code").asText()).isEqualTo("channel-not-found");
    }
    ana.send(Map.of("type", "message", "channel", "tasks", "text", "hi"));
    assertThat(ana.await("error").path("code").asText()).isEqualTo("invalid-channel");
    ana.send(Map.of("type", "ping"));
    ana.await("pong");
    ana.socket.sendText("x".repeat(100_000), true);
    assertThat(ana.closed.get(5, TimeUnit.SECONDS)).isIn(1009, 1006);
    Socket flood = connect(token("ana", Roles.EMPLOYEE));
    flood.await("ready");
    for (int i = 0; i < 250; i++) {
      try {
        flood.socket.sendText("{\"type\":\"ping\"}", true).get(5, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException closedAlready) {
        break;
      }
    }
    // Who still sends when it is closed may find the connection gone (1006) before it reads why.
    assertThat(flood.closed.get(5, TimeUnit.SECONDS)).isIn(4429, 1006);
  }

  @Test
  void oneAddressIsOneChannelAndAnExecutionTellsOfItsTasks() throws Exception {
    String process =
        admin.post("/processes", Map.of("name", Names.unique("Live"))).expect(201).at("/id");
    Socket designer = connect(admin(), "/channels/processes/" + process + "/subscribe");
    designer.await("subscribed");
    admin.post("/processes/" + process + "/publish", Map.of()).expect(201);
    assertThat(designer.await("event").at("/event/subject").asText())
        .isEqualTo("process/" + process);
    Socket stranger =
        connect(
            api.token(
                "eve", Map.of("other", Map.of("roles", List.of("admin"), "groups", List.of()))),
            "/channels/processes/" + process + "/subscribe");
    assertThat(stranger.await("error").path("code").asText()).isEqualTo("channel-not-found");
  }

  @Test
  void serverSentEventsResumeAfterTheLastOne() throws Exception {
    String room = Names.unique("room");
    Socket bob = connect(token("bob", Roles.EMPLOYEE));
    bob.await("ready");
    bob.send(Map.of("type", "subscribe", "channel", "chat/" + room));
    bob.await("subscribed");
    bob.send(Map.of("type", "message", "channel", "chat/" + room, "text", "one"));
    String last = bob.await("event").path("id").asText();
    bob.send(Map.of("type", "message", "channel", "chat/" + room, "text", "two"));
    HttpResponse<java.io.InputStream> stream =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(api.url() + "/channels/chat/" + room + "/events"))
                .header("Authorization", "Bearer " + token("ana", Roles.EMPLOYEE))
                .header("Last-Event-ID", last)
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      // The stream begins with "subscribed", before or after what was missed.
      String text = until(lines, "two");
      assertThat(text).contains("id:").contains("event:chat.message-sent").contains("two");
    }
    api.as("ana").get("/channels/nothing/events").expectProblem(404, "channel-not-found");
    api.anonymous().get("/channels/tasks/events").expectProblem(401, "unauthorized");
  }

  @Test
  void aSubscriptionFeedsAChannel() throws Exception {
    String channel = Names.unique("board");
    String type = "com.example." + Names.unique("fed");
    String subscription =
        admin
            .post(
                "/subscriptions",
                Map.of("types", List.of(type), "sink", Map.of("channel", channel)))
            .expect(201)
            .at("/id");
    Socket ana = connect(token("ana", Roles.EMPLOYEE));
    ana.await("ready");
    ana.send(Map.of("type", "subscribe", "channel", "channel/" + channel));
    ana.await("subscribed");
    admin
        .with("Content-Type", "application/cloudevents+json")
        .post(
            "/events",
            Map.of(
                "specversion", "1.0", "id", "1", "source", "/" + channel, "type", type, "data", 7))
        .expect(202);
    assertThat(ana.await("event").at("/event/data/data").asInt()).isEqualTo(7);
    admin.delete("/subscriptions/" + subscription).expect(204);
  }

  private static String until(BufferedReader lines, String word) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      text.append(line).append('\n');
      if (line.startsWith("data:") && line.contains(word)) {
        return text.toString();
      }
    }
    return text.toString();
  }

  private String token(String user, String role) {
    return api.token(
        user, Map.of("demo", Map.of("roles", List.of(role), "groups", List.of("staff"))));
  }

  private String admin() {
    return token("admin", Roles.ADMIN);
  }

  private Socket connect(String token) throws Exception {
    return connect(token, "/connect");
  }

  private Socket connect(String token, String path) throws Exception {
    Socket made = new Socket();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (token == null) {
      builder.subprotocols("flowmaster");
    } else {
      builder.subprotocols("flowmaster", "bearer." + token);
    }
    made.socket =
        builder
            .buildAsync(URI.create(api.url().replace("http:", "ws:") + path), made)
            .get(10, TimeUnit.SECONDS);
    assertThat(made.socket.getSubprotocol()).isEqualTo("flowmaster");
    sockets.add(made);
    return made;
  }

  /** A client that keeps what it hears. */
  private static final class Socket implements WebSocket.Listener {
    private final LinkedBlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    void send(Map<String, ?> frame) throws Exception {
      socket.sendText(JSON.writeValueAsString(frame), true).get(5, TimeUnit.SECONDS);
    }

    JsonNode await(String type) throws Exception {
      return await(type, "");
    }

    JsonNode await(String type, String subject) throws Exception {
      for (JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
          frame != null;
          frame = frames.poll(10, TimeUnit.SECONDS)) {
        seen.add(frame);
        if (frame.path("type").asText().equals(type)
            && frame.at("/event/subject").asText().contains(subject)) {
          return frame;
        }
      }
      throw new AssertionError("no " + type + " " + subject + " but " + seen);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          frames.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          closed.completeExceptionally(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }
}
