package io.flowmaster.realtime.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TokenActors;
import io.flowmaster.platform.TokenActors.Bearer;
import io.flowmaster.realtime.ChannelNotFound;
import io.flowmaster.realtime.internal.LiveChannels.Place;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Frames of WebSocket clients: JSON objects with a {@code type}. */
@Component
class SocketHandler extends TextWebSocketHandler implements SubProtocolCapable {
  static final String PROTOCOL = "flowmaster";

  /** A browser cannot send headers: its token comes as one more subprotocol. */
  static final String TOKEN_PROTOCOL = "bearer.";

  /** The attribute of a session that names the only channel of its address. */
  static final String CHANNEL = "channel";

  private static final String BLOCKING_SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
  private static final int LONGEST_FRAME = 32 * 1024;
  private static final int UNAUTHORIZED = 4401;
  private static final int TOO_MANY = 4429;
  private static final int FRAMES_IN_A_WINDOW = 200;
  private static final long WINDOW_NANOS = 10_000_000_000L;
  private static final String CONNECTION = LiveConnection.class.getName();
  private static final String WINDOW = "window";
  private final LiveConnections connections;
  private final LiveChannels channels;
  private final JdbcPresence presence;
  private final TokenActors tokens;
  private final CurrentActor current;
  private final ObjectMapper json;
  private final RealtimeProperties properties;
  private final Clock clock;
  private final Map<WebSocketSession, Instant> strangers = new ConcurrentHashMap<>();

  SocketHandler(
      LiveConnections connections,
      LiveChannels channels,
      JdbcPresence presence,
      TokenActors tokens,
      CurrentActor current,
      ObjectMapper json,
      RealtimeProperties properties,
      Clock clock) {
    this.connections = connections;
    this.channels = channels;
    this.presence = presence;
    this.tokens = tokens;
    this.current = current;
    this.json = json;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public List<String> getSubProtocols() {
    return List.of(PROTOCOL);
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    limit(session);
    strangers.put(session, clock.instant());
    String token = token(session);
    if (token != null) {
      logIn(session, token, session.getHandshakeHeaders().getFirst("X-Tenant-Id"));
    }
  }

  /** Who is silent or does not read is disconnected. */
  private void limit(WebSocketSession session) {
    session.setTextMessageSizeLimit(LONGEST_FRAME);
    if (session instanceof NativeWebSocketSession some
        && some.getNativeSession() instanceof Session own) {
      own.setMaxIdleTimeout(properties.idleTimeout().toMillis());
      own.getUserProperties().put(BLOCKING_SEND, properties.sendTimeout().toMillis());
    }
  }

  private static @Nullable String token(WebSocketSession session) {
    String header = session.getHandshakeHeaders().getFirst("Authorization");
    if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return header.substring(7);
    }
    return session.getHandshakeHeaders().getOrEmpty("Sec-WebSocket-Protocol").stream()
        .flatMap(line -> List.of(line.split("\\s*,\\s*")).stream())
        .filter(each -> each.startsWith(TOKEN_PROTOCOL))
        .map(each -> each.substring(TOKEN_PROTOCOL.length()))
        .findFirst()
        .orElse(null);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    if (isFlooded(session)) {
      session.close(new CloseStatus(TOO_MANY, "Too many frames."));
      return;
    }
    ObjectNode frame;
    try {
      JsonNode read = json.readTree(message.getPayload());
      frame = read instanceof ObjectNode object ? object : json.createObjectNode();
    } catch (JsonProcessingException e) {
      frame = json.createObjectNode();
    }
    LiveConnection connection = (LiveConnection) session.getAttributes().get(CONNECTION);
    if (frame.path("type").asText().equals("auth")) {
      logIn(session, frame.path("token").asText(), frame.path("tenant").textValue());
    } else if (connection == null) {
      session.close(new CloseStatus(UNAUTHORIZED, "Send a token first."));
    } else {
      ObjectNode asked = frame;
      connections.later(connection, () -> answer(connection, asked));
    }
  }

  private static boolean isFlooded(WebSocketSession session) {
    long[] window = (long[]) session.getAttributes().computeIfAbsent(WINDOW, key -> new long[2]);
    long now = System.nanoTime();
    if (now - window[0] > WINDOW_NANOS) {
      window[0] = now;
      window[1] = 0;
    }
    return ++window[1] > FRAMES_IN_A_WINDOW;
  }

  /** The first time, and whenever the client has a new token. */
  private void logIn(WebSocketSession session, String token, @Nullable String tenant)
      throws IOException {
    Map<String, Object> attributes = session.getAttributes();
    LiveConnection known = (LiveConnection) attributes.get(CONNECTION);
    try {
      Bearer bearer =
          tokens.verify(
              token, tenant == null && known != null ? known.actor().tenant().value() : tenant);
      if (bearer.actor().roles().isEmpty()
          || known != null
              && !(known.actor().id().equals(bearer.actor().id())
                  && known.actor().tenant().equals(bearer.actor().tenant()))) {
        throw new ChannelNotFound();
      }
      if (known == null) {
        begin(session, bearer);
      } else {
        connections.later(known, () -> renew(known, bearer));
      }
    } catch (Problem refused) {
      session.close(new CloseStatus(UNAUTHORIZED, "The token is refused."));
    }
  }

  private void begin(WebSocketSession session, Bearer bearer) {
    LiveConnection made = connections.open(new SocketClient(session), bearer);
    session.getAttributes().put(CONNECTION, made);
    strangers.remove(session);
    connections.later(made, () -> made.send(ready(made, bearer)));
    String channel = (String) session.getAttributes().get(CHANNEL);
    if (channel != null) {
      ObjectNode frame = made.frame("subscribe", channel);
      connections.later(made, () -> answer(made, frame));
    }
  }

  private ObjectNode ready(LiveConnection connection, Bearer bearer) {
    return connection
        .frame("ready", null)
        .put("user", bearer.actor().id().value())
        .put("tenant", bearer.actor().tenant().value())
        .put("expiresAt", bearer.expiresAt().toString());
  }

  private void renew(LiveConnection connection, Bearer bearer) throws IOException {
    for (String left : connection.renew(bearer, channels)) {
      presence.left(connection, left);
      connection.send(connection.frame("unsubscribed", left));
    }
    connection.send(ready(connection, bearer));
  }

  private void answer(LiveConnection connection, ObjectNode frame) throws IOException {
    String channel = frame.path("channel").asText();
    try {
      switch (frame.path("type").asText()) {
        case "ping" -> connection.send(connection.frame("pong", null));
        case "subscribe" -> subscribe(connection, channel, frame);
        case "unsubscribe" -> {
          connection.unsubscribe(channel);
          presence.left(connection, channel);
          connection.send(connection.frame("unsubscribed", channel));
          tellPresence(connection, channel);
        }
        case "presence" -> connection.send(presence(connection, open(connection, channel)));
        case "message" -> say(connection, open(connection, channel), frame);
        default -> throw new InvalidValue("type", "There is no such frame.");
      }
    } catch (Problem problem) {
      connection.send(
          connection
              .frame("error", channel.isEmpty() ? null : channel)
              .put("code", problem.code())
              .put("detail", problem.getMessage()));
    }
  }

  private Place open(LiveConnection connection, String channel) {
    return current.as(connection.actor(), () -> channels.open(channel));
  }

  private void subscribe(LiveConnection connection, String channel, ObjectNode frame)
      throws IOException {
    if (connection.channels().size() >= properties.mostChannels()) {
      throw new InvalidValue(
          "channel", "A connection has at most " + properties.mostChannels() + " channels.");
    }
    Place place = open(connection, channel);
    connection.subscribe(place, LiveConnections.number(frame.path("lastEventId").asText()));
    if (frame.path("presence").asBoolean()) {
      presence.joined(connection, channel);
      tellPresence(connection, channel);
    }
  }

  /** To those of this node who listen there; others ask, or hear it from their node. */
  private void tellPresence(LiveConnection who, String channel) {
    for (LiveConnection each : connections.all()) {
      if (each.actor().tenant().equals(who.actor().tenant()) && each.channels().contains(channel)) {
        connections.later(each, () -> each.send(presence(each, open(each, channel))));
      }
    }
  }

  private ObjectNode presence(LiveConnection connection, Place place) {
    ObjectNode frame = connection.frame("presence", place.name());
    ArrayNode users = frame.putArray("users");
    presence
        .at(connection.actor().tenant(), place.name())
        .forEach(each -> users.addObject().put("id", each.id()).put("name", each.name()));
    return frame;
  }

  private void say(LiveConnection connection, Place place, ObjectNode frame) {
    if (!place.channel().says().contains("message")) {
      throw new InvalidValue("channel", "Nothing can be said on this channel.");
    }
    current.as(
        connection.actor(),
        () -> {
          place.channel().say(place.id(), "message", frame.path("text").asText());
          return true;
        });
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    strangers.remove(session);
    if (session.getAttributes().get(CONNECTION) instanceof LiveConnection connection) {
      List<String> channels = connection.channels();
      connections.remove(connection);
      channels.forEach(channel -> tellPresence(connection, channel));
    }
  }

  /** Whoever does not say who it is has no business here. */
  @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
  void closeStrangers() throws IOException {
    Instant before = clock.instant().minus(properties.loginTimeout());
    for (Map.Entry<WebSocketSession, Instant> each : strangers.entrySet()) {
      if (each.getValue().isBefore(before) && strangers.remove(each.getKey()) != null) {
        each.getKey().close(new CloseStatus(UNAUTHORIZED, "No token came in time."));
      }
    }
  }
}
