package io.flowmaster.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Channels for clients that listen for a long time. */
public interface LiveStreams {

  /**
   * Lets the maker of the current request listen to one channel until its token expires.
   *
   * @param channel {@code kind} or {@code kind/id}
   * @param lastEventId the last event that the client has; null to begin now
   * @throws ChannelNotFound when there is none for the current actor
   * @throws TooManyConnections when the actor has enough
   */
  Stream listen(String channel, @Nullable String lastEventId, Client client);

  /** Ends the listening. */
  interface Stream {
    void close();
  }

  /** Where frames go; called by one thread at a time. */
  interface Client {

    /** Sends one frame, and takes its time when the client is slow. */
    void send(ObjectNode frame) throws IOException;

    /**
     * Ends the connection from this side.
     *
     * @param code a WebSocket close code (RFC 6455, section 7.4)
     */
    void close(int code, String reason);
  }
}
