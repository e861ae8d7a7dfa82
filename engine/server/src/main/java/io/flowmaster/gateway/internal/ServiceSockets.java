package io.flowmaster.gateway.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.gateway.ServiceDown;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.OutboundAddresses;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemDocuments;
import io.flowmaster.platform.TokenActors;
import io.flowmaster.platform.TokenActors.Bearer;
import io.flowmaster.registry.ServiceInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * The handshake of a WebSocket that is led to a registered service: the service is called first,
 * and only what it agreed to is answered. It learns who calls, as with any other request.
 */
@Component
class ServiceSockets implements HandshakeHandler {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_PROTOCOLS = 10;
  private final ServiceProxy services;
  private final CurrentActor current;
  private final TokenActors tokens;
  private final OutboundAddresses addresses;
  private final ProblemDocuments problems;
  private final ObjectMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  ServiceSockets(
      ServiceProxy services,
      CurrentActor current,
      TokenActors tokens,
      OutboundAddresses addresses,
      ProblemDocuments problems,
      ObjectMapper json) {
    this.services = services;
    this.current = current;
    this.tokens = tokens;
    this.addresses = addresses;
    this.problems = problems;
    this.json = json;
  }

  @Override
  public boolean doHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    try {
      Actor actor = current.get();
      if (actor.roles().isEmpty()) {
        throw new NotForYou();
      }
      Bearer bearer = tokens.current();
      FarSide far = called(request, actor);
      attributes.put(FarSide.class.getName(), far);
      attributes.put(Bearer.class.getName(), bearer);
      return isAgreed(far, request, response, handler, attributes);
    } catch (Problem problem) {
      refuse(problem, request, response);
      return false;
    }
  }

  /** When the caller's half of the handshake fails, the service's is given up. */
  private static boolean isAgreed(
      FarSide far,
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    boolean isAgreed = false;
    try {
      isAgreed =
          new Agreed(far.socket().getSubprotocol())
              .doHandshake(request, response, handler, attributes);
      return isAgreed;
    } finally {
      if (!isAgreed) {
        far.socket().abort();
      }
    }
  }

  /** A handshake changes nothing, so the next instance is asked when one does not answer. */
  private FarSide called(ServerHttpRequest request, Actor actor) {
    String name = request.getURI().getRawPath().split("/", 4)[2];
    for (ServiceInstance instance : services.alive(name)) {
      FarSide far = new FarSide();
      CompletableFuture<WebSocket> opening = null;
      try {
        opening = opening(request, instance, actor, far);
        opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return far;
      } catch (IOException | ExecutionException | TimeoutException e) {
        far.abandon(opening);
      } catch (InterruptedException e) {
        far.abandon(opening);
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new ServiceDown(name);
  }

  private CompletableFuture<WebSocket> opening(
      ServerHttpRequest request, ServiceInstance instance, Actor actor, FarSide far)
      throws IOException {
    WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
    ServiceProxy.introduction(actor).forEach(builder::header);
    List<String> protocols =
        request.getHeaders().getOrEmpty("Sec-WebSocket-Protocol").stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .distinct()
            .limit(MOST_PROTOCOLS)
            .toList();
    if (!protocols.isEmpty()) {
      builder.subprotocols(
          protocols.get(0), protocols.subList(1, protocols.size()).toArray(String[]::new));
    }
    return builder.buildAsync(address(ServiceProxy.target(request.getURI(), instance)), far);
  }

  /** Of a plain connection the address that was looked at; of a TLS one its certificate tells. */
  private URI address(URI target) throws IOException {
    InetAddress looked = addresses.resolve(target.getHost())[0];
    boolean isSecure = "https".equals(target.getScheme());
    String literal = looked.getHostAddress();
    String host =
        isSecure ? target.getHost() : literal.contains(":") ? "[" + literal + "]" : literal;
    String port = target.getPort() < 0 ? "" : ":" + target.getPort();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    return URI.create((isSecure ? "wss://" : "ws://") + host + port + path + query);
  }

  private void refuse(Problem problem, ServerHttpRequest request, ServerHttpResponse response) {
    ProblemDetail body = problems.of(problem, request.getURI().getPath());
    response.setStatusCode(HttpStatusCode.valueOf(body.getStatus()));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    try {
      response.getBody().write(json.writeValueAsBytes(body));
      response.flush();
    } catch (IOException gone) {
      // Who asked is not there any more.
      response.getHeaders().clear();
    }
  }

  /** Answers with the subprotocol that the service chose. */
  private static final class Agreed extends DefaultHandshakeHandler {
    private final String protocol;

    Agreed(String protocol) {
      this.protocol = protocol;
    }

    @Override
    protected @Nullable String selectProtocol(List<String> asked, WebSocketHandler handler) {
      return protocol.isEmpty() ? null : protocol;
    }
  }
}
