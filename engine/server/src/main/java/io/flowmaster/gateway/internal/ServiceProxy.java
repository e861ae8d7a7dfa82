package io.flowmaster.gateway.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.gateway.ServiceDown;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemDocuments;
import io.flowmaster.registry.ServiceInstance;
import io.flowmaster.registry.ServiceNotFound;
import io.flowmaster.registry.ServiceRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Leads {@code /services/{name}/**} to an instance that lives. The service learns who calls, never
 * the caller's token; and what it answers can set no cookie and run no script on this origin.
 */
@Component
class ServiceProxy {
  private static final String PREFIX = "/services/";
  private static final int FAULT = 500;
  private static final int ALL = 100;
  private static final int MOST_BREAKERS = 10_000;
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** What a caller may not say of itself, and what is for the platform alone. */
  private static final Set<String> OURS =
      Set.of("authorization", "cookie", "forwarded", "x-tenant-id", "host");

  private final ServiceRegistry services;
  private final CurrentActor current;
  private final ProblemDocuments problems;
  private final GatewayProperties properties;
  private final CircuitBreakerConfig breaking;
  private final Cache<String, CircuitBreaker> breakers;
  private final HandlerFunction<ServerResponse> http = HandlerFunctions.http();

  ServiceProxy(
      ServiceRegistry services,
      CurrentActor current,
      ProblemDocuments problems,
      GatewayProperties properties) {
    this.services = services;
    this.current = current;
    this.problems = problems;
    this.properties = properties;
    this.breaking =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(properties.breakAfter())
            .minimumNumberOfCalls(properties.breakAfter())
            .failureRateThreshold(ALL)
            .waitDurationInOpenState(properties.breakFor())
            .permittedNumberOfCallsInHalfOpenState(1)
            .build();
    // What is not called any more, since it was removed on whatever node, is forgotten.
    this.breakers =
        Caffeine.newBuilder()
            .maximumSize(MOST_BREAKERS)
            .expireAfterAccess(properties.breakFor().plus(IDLE))
            .build();
  }

  ServerResponse handle(ServerRequest request) {
    try {
      Actor actor = current.get();
      if (actor.roles().isEmpty()) {
        throw new NotForYou();
      }
      checkSize(request);
      return answerOf(request.pathVariable("name"), request, actor);
    } catch (Problem problem) {
      ProblemDetail body = problems.of(problem, request.path());
      return ServerResponse.status(body.getStatus())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(body);
    }
  }

  private void checkSize(ServerRequest request) {
    OptionalLong length = request.headers().contentLength();
    boolean isChunked = !request.headers().header(HttpHeaders.TRANSFER_ENCODING).isEmpty();
    if (isChunked && length.isEmpty() || length.orElse(0) > properties.largestBody().toBytes()) {
      throw new BodyTooLarge(properties.largestBody().toBytes());
    }
  }

  /** One instance is called, once: nobody knows here whether a call may be repeated. */
  private ServerResponse answerOf(String name, ServerRequest request, Actor actor) {
    for (ServiceInstance instance : alive(name)) {
      CircuitBreaker breaker =
          breakers.get(instance.id().value(), id -> CircuitBreaker.of(id, breaking));
      ServerRequest call = request(request, instance, actor);
      if (breaker.tryAcquirePermission()) {
        return call(breaker, call, name);
      }
    }
    throw new ServiceDown(name);
  }

  /**
   * The instances that live, in the order in which to ask them.
   *
   * @throws ServiceNotFound when there is no such service, alive or not
   */
  List<ServiceInstance> alive(String name) {
    List<ServiceInstance> alive = new ArrayList<>(services.alive(name));
    if (alive.isEmpty() && services.search(name, PageQuery.first()).items().isEmpty()) {
      throw new ServiceNotFound(name);
    }
    Collections.shuffle(alive);
    return alive;
  }

  private ServerResponse call(CircuitBreaker breaker, ServerRequest request, String name) {
    long start = System.nanoTime();
    try {
      ServerResponse response = http.handle(request);
      long took = System.nanoTime() - start;
      if (response.statusCode().value() >= FAULT) {
        breaker.onError(took, TimeUnit.NANOSECONDS, new IOException("answered with a fault"));
      } else {
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      }
      return harmless(response);
    } catch (Problem refused) {
      breaker.releasePermission();
      throw refused;
    } catch (Exception e) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      throw new ServiceDown(name);
    }
  }

  private static ServerRequest request(
      ServerRequest request, ServiceInstance instance, Actor actor) {
    URI target = target(request.uri(), instance);
    ServerRequest changed =
        ServerRequest.from(request)
            .uri(target)
            .headers(headers -> introduce(headers, actor))
            .build();
    MvcUtils.setRequestUrl(changed, target);
    return changed;
  }

  static URI target(URI asked, ServiceInstance instance) {
    String rest = asked.getRawPath().substring(PREFIX.length() + instance.name().length());
    String base = instance.url().toString().replaceFirst("/$", "");
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return URI.create(base + rest + query);
  }

  private static void introduce(HttpHeaders headers, Actor actor) {
    headers
        .keySet()
        .removeIf(
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              return OURS.contains(lower)
                  || lower.startsWith("x-forwarded-")
                  || lower.startsWith("x-user-");
            });
    introduction(actor).forEach(headers::set);
  }

  /** What a service is told of its caller. */
  static Map<String, String> introduction(Actor actor) {
    return Map.of(
        "X-Tenant-Id", actor.tenant().value(),
        "X-User-Id", actor.id().value(),
        "X-User-Roles", String.join(",", actor.roles()));
  }

  private static ServerResponse harmless(ServerResponse response) {
    HttpHeaders headers = response.headers();
    headers.remove(HttpHeaders.SET_COOKIE);
    headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    return response;
  }
}
