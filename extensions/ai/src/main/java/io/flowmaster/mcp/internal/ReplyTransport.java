package io.flowmaster.mcp.internal;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Sends what belongs to one request as the answer to it. */
final class ReplyTransport implements McpStreamableServerTransport {
  private static final Logger LOG = LoggerFactory.getLogger(ReplyTransport.class);
  private final EventStream stream;
  private final McpJsonMapper json;
  private final BooleanSupplier isCancelled;

  ReplyTransport(EventStream stream, McpJsonMapper json, BooleanSupplier isCancelled) {
    this.stream = stream;
    this.json = json;
    this.isCancelled = isCancelled;
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return sendMessage(message, null);
  }

  /** The id of a message is for clients that resume streams; these are as long as one request. */
  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message, @Nullable String messageId) {
    return Mono.fromRunnable(() -> send(message));
  }

  private void send(JSONRPCMessage message) {
    try {
      if (message instanceof JSONRPCResponse) {
        // A cancelled request gets no answer.
        stream.last(isCancelled.getAsBoolean() ? null : json.writeValueAsString(message));
      } else {
        stream.event(json.writeValueAsString(message));
      }
    } catch (IOException gone) {
      LOG.debug("a client did not wait for its answer", gone);
    }
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(stream::close);
  }

  @Override
  public void close() {
    stream.close();
  }
}
