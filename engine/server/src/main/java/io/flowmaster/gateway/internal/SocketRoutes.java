package io.flowmaster.gateway.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** WebSockets to registered services, beside the one route of all other requests. */
@Configuration(proxyBeanMethods = false)
class SocketRoutes implements WebSocketConfigurer {
  private final SocketRelay relay;
  private final ServiceSockets sockets;

  SocketRoutes(SocketRelay relay, ServiceSockets sockets) {
    this.relay = relay;
    this.sockets = sockets;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(relay, "/services/*", "/services/*/**").setHandshakeHandler(sockets);
  }
}
