package io.flowmaster.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.platform.Roles;
import io.flowmaster.testing.Api;
import io.flowmaster.testing.Names;
import io.flowmaster.testing.PlatformTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The platform's own WebSocket gateway stands for that of another node. */
@PlatformTest
class GatewaySocketIT {
  private final Api api;
  private final String token;

  GatewaySocketIT(Api api) {
    this.api = api;
    this.token = token("eve", List.of(Roles.EMPLOYEE));
  }

  private String token(String user, List<String> roles) {
    return api.token(user, Map.of("demo", Map.of("roles", roles, "groups", List.of())));
  }

  private String registered(String address) {
    String name = Names.unique("socket");
    api.as("developer", Roles.DEVELOPER)
        .post("/registry/services", Map.of("name", name, "url", address))
        .expect(201);
    return name;
  }

  private WebSocket open(String path, String bearer, Heard heard) throws Exception {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols("unknown", "flowmaster")
        .header("Authorization", "Bearer " + bearer)
        .buildAsync(URI.create(api.url().replace("http:", "ws:") + path), heard)
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void aSocketIsLedToAServiceAndBack() throws Exception {
    Heard heard = new Heard();
    String name = registered(api.url().replace("localhost", "127.0.0.1"));
    WebSocket socket = open("/services/" + name + "/connect", token, heard);
    assertThat(socket.getSubprotocol()).isEqualTo("flowmaster");
    // The service never sees the token of the handshake: it asks for one of its own.
    socket
        .sendText("{\"type\":\"auth\",\"token\":\"" + token + "\"}", true)
        .get(10, TimeUnit.SECONDS);
    assertThat(heard.next()).contains("\"ready\"", "eve");
    socket.sendText("{\"type\":\"ping\"}", true).get(10, TimeUnit.SECONDS);
    assertThat(heard.next()).contains("\"pong\"");
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
    assertThat(heard.next()).isEqualTo("closed 1000");
  }

  @Test
  void theServiceEndsItWithItsOwnCode() throws Exception {
    Heard heard = new Heard();
    String name = registered(api.url().replace("localhost", "127.0.0.1"));
    WebSocket socket = open("/services/" + name + "/connect", token, heard);
    socket.sendText("{\"type\":\"ping\"}", true).get(10, TimeUnit.SECONDS);
    assertThat(heard.next()).isEqualTo("closed 4401");
  }

  @Test
  void whatMayNotBeCalledIsNotCalled() {
    String inside = registered("http://169.254.169.254");
    String gone = registered("http://127.0.0.1:1");
    assertThat(refused("/services/" + inside, token)).isEqualTo(422);
    assertThat(refused("/services/" + gone + "/connect", token)).isEqualTo(503);
    assertThat(refused("/services/nobodys/connect", token)).isEqualTo(404);
    assertThat(refused("/services/" + gone + "/connect", token("nobody", List.of())))
        .isEqualTo(403);
    assertThat(refused("/services/" + gone + "/connect", "none")).isEqualTo(401);
  }

  private int refused(String path, String bearer) {
    int[] status = new int[1];
    assertThatThrownBy(() -> open(path, bearer, new Heard()))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            thrown -> status[0] = thrown.getResponse().statusCode());
    return status[0];
  }

  /** What a client hears. */
  private static final class Heard implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();

    @Nullable String next() throws InterruptedException {
      return frames.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      frames.add("closed " + code);
      return null;
    }
  }
}
