package io.flowmaster.gateway.internal;

import io.flowmaster.platform.TokenActors.Bearer;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * The caller's side of a WebSocket that is led to a registered service. It ends with the token that
 * opened it; a service that does not take what is sent ends it, too.
 */
@Component
class SocketRelay extends AbstractWebSocketHandler {
  private static final String BLOCKING_SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";
  private static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "The token has expired.");
  private static final CloseStatus TOO_MANY = new CloseStatus(4429, "Too many connections.");
  private static final int OWN_CODES = 3000;
  private static final int ALL_CODES = 5000;
  private final GatewayProperties properties;
  private final Clock clock;
  private final Map<WebSocketSession, FarSide> open = new ConcurrentHashMap<>();

  SocketRelay(GatewayProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether a side may give this code itself (RFC 6455, section 7.4). */
  static boolean mayBeSent(int code) {
    return code == 1000 || code == 1001 || code >= OWN_CODES && code < ALL_CODES;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    FarSide far = (FarSide) session.getAttributes().get(FarSide.class.getName());
    if (open.size() >= properties.mostSockets()) {
      far.socket().abort();
      session.close(TOO_MANY);
      return;
    }
    session.setTextMessageSizeLimit(FarSide.LONGEST);
    session.setBinaryMessageSizeLimit(FarSide.LONGEST);
    if (session instanceof NativeWebSocketSession some
        && some.getNativeSession() instanceof Session own) {
      own.getUserProperties().put(BLOCKING_SEND, properties.silence().toMillis());
    }
    open.put(session, far);
    far.begin(session);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message)
      throws IOException {
    taken(session, far(session).sendText(message.getPayload(), true));
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message)
      throws IOException {
    taken(session, far(session).sendBinary(message.getPayload(), true));
  }

  private static WebSocket far(WebSocketSession session) {
    return ((FarSide) session.getAttributes().get(FarSide.class.getName())).socket();
  }

  /** Nothing more is read from the caller before the service has this. */
  private void taken(WebSocketSession session, CompletableFuture<WebSocket> sending)
      throws IOException {
    try {
      sending.get(properties.silence().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      session.close(CloseStatus.SERVICE_RESTARTED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      session.close(CloseStatus.GOING_AWAY);
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    FarSide far = open.remove(session);
    if (far != null) {
      int code = mayBeSent(status.getCode()) ? status.getCode() : WebSocket.NORMAL_CLOSURE;
      WebSocket socket = far.socket();
      socket
          .sendClose(code, "")
          .orTimeout(properties.silence().toMillis(), TimeUnit.MILLISECONDS)
          .whenComplete((closed, failed) -> socket.abort());
    }
  }

  @Scheduled(fixedDelayString = "PT10S")
  void endExpired() throws IOException {
    for (WebSocketSession session : open.keySet()) {
      Bearer bearer = (Bearer) session.getAttributes().get(Bearer.class.getName());
      if (clock.instant().isAfter(bearer.expiresAt())) {
        session.close(UNAUTHORIZED);
      }
    }
  }
}
