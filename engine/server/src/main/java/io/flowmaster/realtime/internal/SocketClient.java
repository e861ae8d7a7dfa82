package io.flowmaster.realtime.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.realtime.LiveStreams.Client;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** A client at the other end of a WebSocket. */
record SocketClient(WebSocketSession session) implements Client {
  private static final Logger LOG = LoggerFactory.getLogger(SocketClient.class);
  private static final int LONGEST_REASON = 100;

  @Override
  public void send(ObjectNode frame) throws IOException {
    synchronized (session) {
      session.sendMessage(new TextMessage(frame.toString()));
    }
  }

  @Override
  public void close(int code, String reason) {
    try {
      session.close(
          new CloseStatus(code, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
    } catch (IOException e) {
      LOG.debug("it was closed from the other side", e);
    }
  }
}
