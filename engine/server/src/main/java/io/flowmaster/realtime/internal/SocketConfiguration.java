package io.flowmaster.realtime.internal;

import io.flowmaster.platform.PublicPaths;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * The addresses of the WebSocket gateway. They are open to the handshake, since a browser shows its
 * token only afterwards; nothing is told before.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
  private static final String CONNECT = "/connect";
  private static final String SUBSCRIBE = "/channels/{kind}/subscribe";
  private static final String SUBSCRIBE_ID = "/channels/{kind}/{id}/subscribe";
  private final SocketHandler handler;
  private final RealtimeProperties properties;

  SocketConfiguration(SocketHandler handler, RealtimeProperties properties) {
    this.handler = handler;
    this.properties = properties;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(handler, CONNECT, "/channels/*/subscribe", "/channels/*/*/subscribe")
        .addInterceptors(new ChannelOfAddress())
        .setAllowedOrigins(properties.allowedOrigins().toArray(String[]::new));
  }

  @Bean
  static PublicPaths socketPaths() {
    return new PublicPaths(List.of(CONNECT, SUBSCRIBE, SUBSCRIBE_ID));
  }

  /** Remembers which channel the address names. */
  private static final class ChannelOfAddress implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      String path = request.getURI().getPath();
      if (path.startsWith("/channels/")) {
        attributes.put(
            SocketHandler.CHANNEL,
            path.substring("/channels/".length(), path.length() - "/subscribe".length()));
      }
      return true;
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @Nullable Exception thrown) {}
  }
}
