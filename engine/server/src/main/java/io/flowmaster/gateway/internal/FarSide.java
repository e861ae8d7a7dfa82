package io.flowmaster.gateway.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * The service's side of a WebSocket. One message is taken at a time, and the next one when the
 * caller has it: who reads slowly slows the service down, and nothing piles up here.
 */
final class FarSide implements WebSocket.Listener {
  static final int LONGEST = 1024 * 1024;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private volatile @Nullable WebSocket socket;
  private volatile @Nullable WebSocketSession caller;

  WebSocket socket() {
    WebSocket known = socket;
    if (known == null) {
      throw new IllegalStateException("not open");
    }
    return known;
  }

  /** What is opened later than anybody waits is closed at once. */
  void abandon(@Nullable CompletableFuture<WebSocket> opening) {
    if (opening != null) {
      opening.thenAccept(WebSocket::abort);
    }
  }

  /** From now on the caller hears what the service says. */
  void begin(WebSocketSession session) throws IOException {
    caller = session;
    if (socket().isInputClosed()) {
      session.close(CloseStatus.SERVICE_RESTARTED);
    } else {
      socket().request(1);
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    if (text.length() + part.length() > LONGEST) {
      return tooLong(from);
    }
    text.append(part);
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      pass(from, session -> session.sendMessage(new TextMessage(whole)));
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
    if (bytes.size() + part.remaining() > LONGEST) {
      return tooLong(from);
    }
    byte[] more = new byte[part.remaining()];
    part.get(more);
    bytes.writeBytes(more);
    if (last) {
      byte[] whole = bytes.toByteArray();
      bytes.reset();
      pass(from, session -> session.sendMessage(new BinaryMessage(whole)));
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    CloseStatus status =
        SocketRelay.mayBeSent(code) ? new CloseStatus(code, reason) : CloseStatus.GOING_AWAY;
    pass(from, session -> session.close(status));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    pass(from, session -> session.close(CloseStatus.SERVICE_RESTARTED));
  }

  private @Nullable CompletionStage<?> tooLong(WebSocket from) {
    pass(from, session -> session.close(CloseStatus.TOO_BIG_TO_PROCESS));
    from.abort();
    return null;
  }

  private void pass(WebSocket from, Passing passing) {
    WebSocketSession session = caller;
    if (session == null) {
      from.abort();
      return;
    }
    try {
      passing.to(session);
      from.request(1);
    } catch (IOException | IllegalStateException gone) {
      from.abort();
    }
  }

  /** One thing that the caller is told. */
  private interface Passing {
    void to(WebSocketSession session) throws IOException;
  }
}
