package io.flowmaster.gateway.internal;

import io.flowmaster.platform.OutboundHttp;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ClientHttpRequestFactoryProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The one route to all registered services, which calls only what may be called. */
@Configuration(proxyBeanMethods = false)
class ServiceRoutes {

  @Bean
  RouterFunction<ServerResponse> services(ServiceProxy proxy) {
    return RouterFunctions.route(
        RequestPredicates.path("/services/{name}")
            .or(RequestPredicates.path("/services/{name}/**")),
        proxy::handle);
  }

  @Bean
  ProxyExchange guardedExchange(
      OutboundHttp http, GatewayProperties properties, GatewayMvcProperties proxy) {
    return new ClientHttpRequestFactoryProxyExchange(http.requests(properties.silence()), proxy);
  }
}
