package io.flowmaster.mcp.internal;

import io.flowmaster.tools.ToolProgress;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the client how far its request is, when it asked to be told. */
final class ClientProgress implements ToolProgress {
  private final McpAsyncServerExchange exchange;
  private final @Nullable Object token;
  private final BooleanSupplier isCancelled;

  ClientProgress(
      McpAsyncServerExchange exchange,
      @Nullable Map<String, Object> meta,
      BooleanSupplier isCancelled) {
    this.exchange = exchange;
    this.token = meta == null ? null : meta.get("progressToken");
    this.isCancelled = isCancelled;
  }

  @Override
  public void report(double done, double total, String message) {
    if (token != null) {
      exchange
          .progressNotification(
              new ProgressNotification(token, done, total == 0 ? null : total, message))
          .block();
    }
  }

  @Override
  public boolean cancelled() {
    return isCancelled.getAsBoolean();
  }
}
