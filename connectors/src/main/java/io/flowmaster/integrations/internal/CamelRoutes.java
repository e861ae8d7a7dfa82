package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Camel, with a route for each Kamelet and configuration that was used lately. It starts with the
 * first call: most nodes never need it, and the start of the platform does not wait for it.
 */
@Component
class CamelRoutes implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(CamelRoutes.class);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
  private static final Duration UNUSED = Duration.ofMinutes(10);
  private static final int MOST_ROUTES = 200;
  private final Hosts hosts;

  /** What Kamelets are filled with, by route; Camel reads it when it makes the route. */
  private final Map<String, Properties> placeholders = new ConcurrentHashMap<>();

  private final Cache<String, KameletValues> routes =
      Caffeine.newBuilder()
          .maximumSize(MOST_ROUTES)
          .expireAfterAccess(UNUSED)
          .removalListener(this::remove)
          .build();
  private volatile @Nullable Running running;

  CamelRoutes(Hosts hosts) {
    this.hosts = hosts;
  }

  Hosts hosts() {
    return hosts;
  }

  /** Refuses hostile values. */
  void check(Kamelet kamelet, JsonNode configuration) {
    LOG.debug("route {} can be made", new KameletValues(kamelet, configuration).route());
  }

  /** Sends a body through a Kamelet, and gives back what comes out: bytes, or maps and lists. */
  Object call(Kamelet kamelet, JsonNode configuration, Object body, Map<String, Object> headers) {
    KameletValues filled = new KameletValues(kamelet, configuration);
    Running camel = started();
    routes.get(filled.route(), route -> filled(kamelet, filled, camel));
    try {
      CompletableFuture<Exchange> sent =
          camel
              .producer()
              .asyncSend(
                  "kamelet:" + kamelet.view().id() + "/" + filled.route(),
                  exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                  });
      return answer(kamelet, sent);
    } catch (CamelExecutionException | ResolveEndpointFailedException e) {
      routes.invalidate(filled.route());
      throw failed(kamelet, e);
    }
  }

  private static Object answer(Kamelet kamelet, CompletableFuture<Exchange> sent) {
    try {
      Exchange exchange = sent.get(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS);
      if (exchange.getException() != null) {
        throw failed(kamelet, exchange.getException());
      }
      Object whole = exchange.getMessage().getBody();
      if (whole instanceof Map || whole instanceof List) {
        return whole;
      }
      byte[] out = exchange.getMessage().getBody(byte[].class);
      return out == null ? new byte[0] : out;
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw ConnectorProblem.passing(
          "connector-timeout", "There was no answer within " + LONGEST_CALL.toSeconds() + " s.");
    } catch (ExecutionException e) {
      throw failed(kamelet, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorProblem.passing("connector-stopped", "The platform stops.");
    }
  }

  /** What Camel says may hold addresses and credentials; its kind of trouble does not. */
  private static ConnectorProblem failed(Kamelet kamelet, Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    LOG.debug("{} failed", kamelet.view().id(), trouble);
    String detail = "The connector failed: " + root.getClass().getSimpleName() + ".";
    return kamelet.rule().addresses().isEmpty()
        ? ConnectorProblem.lasting("connector-failed", detail)
        : ConnectorProblem.passing("connector-failed", detail);
  }

  private KameletValues filled(Kamelet kamelet, KameletValues filled, Running camel) {
    filled.beans().forEach((name, value) -> camel.context().getRegistry().bind(name, value));
    placeholders.put(filled.route(), filled.placeholders());
    return filled;
  }

  /** Camel, started when it has not been. */
  synchronized Running started() {
    if (running == null) {
      DefaultCamelContext camel = new DefaultCamelContext(false);
      camel.disableJMX();
      KameletComponent kamelets = new KameletComponent();
      kamelets.setRouteProperties(placeholders);
      camel.addComponent("kamelet", kamelets);
      // Part of a library that others need; nothing may reach the files of this machine.
      camel.addComponent("file", new NoSuchComponent());
      camel.start();
      running = new Running(camel, camel.createProducerTemplate());
    }
    return running;
  }

  record Running(CamelContext context, ProducerTemplate producer) {}

  private static final class NoSuchComponent extends DefaultComponent {
    @Override
    protected Endpoint createEndpoint(
        String uri, String remaining, Map<String, Object> parameters) {
      throw new IllegalArgumentException("not here");
    }
  }

  private void remove(@Nullable String route, @Nullable KameletValues filled, RemovalCause cause) {
    Running camel = running;
    if (route == null || filled == null || camel == null) {
      return;
    }
    placeholders.remove(route);
    filled.beans().keySet().forEach(camel.context().getRegistry()::unbind);
    try {
      camel.context().getRouteController().stopRoute(route);
      camel.context().removeRoute(route);
      camel.context().removeEndpoints("kamelet:*/" + route + "*");
    } catch (Exception e) {
      LOG.warn("a route could not be removed", e);
    }
  }

  @Override
  public synchronized void destroy() throws Exception {
    if (running != null) {
      running.context().close();
    }
  }
}
