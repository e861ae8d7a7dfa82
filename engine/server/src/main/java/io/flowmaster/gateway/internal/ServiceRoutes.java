package io.flowmaster.gateway.internal;

import io.flowmaster.platform.OutboundHttp;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ClientHttpRequestFactoryProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The one route to all registered services, which calls only what may be called. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {

  @Bean
  RouterFunction<ServerResponse> services(ServiceProxy proxy) {
    return RouterFunctions.route(
        RequestPredicates.path("/services/{name}")
            .or(RequestPredicates.path("/services/{name}/**"))
            .and(request -> !isSocket(request)),
        proxy::handle);
  }

  private static boolean isSocket(ServerRequest request) {
    return request.method() == HttpMethod.GET
        && "websocket".equalsIgnoreCase(request.headers().firstHeader(HttpHeaders.UPGRADE));
  }

  @Bean
  ProxyExchange guardedExchange(
      OutboundHttp http, GatewayProperties properties, GatewayMvcProperties proxy) {
    return new ClientHttpRequestFactoryProxyExchange(http.requests(properties.silence()), proxy);
  }
}
