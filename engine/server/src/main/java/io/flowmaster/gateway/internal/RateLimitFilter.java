package io.flowmaster.gateway.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.gateway.TooManyRequests;
import io.flowmaster.gateway.internal.GatewayProperties.Limit;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.ProblemDocuments;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds everybody to the limits: a tenant as a whole, each of its users, and who has no token by
 * address. It comes after the security chain, which knows who it is. The tightest limit is told in
 * {@code RateLimit-*} (IETF draft "RateLimit header fields for HTTP", version 03).
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class RateLimitFilter extends OncePerRequestFilter {
  private static final String HEALTH = "/actuator/health";
  private final Buckets buckets;
  private final GatewayProperties properties;
  private final CurrentActor current;
  private final ProblemDocuments problems;
  private final ObjectMapper json;

  /** A limit after one request was counted. */
  private record Counted(String whose, Limit limit, ConsumptionProbe probe) {
    boolean isTighterThan(@Nullable Counted other) {
      return other == null
          || probe.getRemainingTokens() < other.probe().getRemainingTokens()
          || !probe.isConsumed();
    }

    long resetSeconds() {
      return seconds(probe.getNanosToWaitForReset());
    }

    long retrySeconds() {
      return Math.max(1, seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
      return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
  }

  RateLimitFilter(
      Buckets buckets,
      GatewayProperties properties,
      CurrentActor current,
      ProblemDocuments problems,
      ObjectMapper json) {
    this.buckets = buckets;
    this.properties = properties;
    this.current = current;
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !properties.limited() || request.getRequestURI().startsWith(HEALTH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Counted tightest = count(request);
    response.setHeader("RateLimit-Limit", String.valueOf(tightest.limit().requests()));
    response.setHeader(
        "RateLimit-Remaining", String.valueOf(tightest.probe().getRemainingTokens()));
    response.setHeader("RateLimit-Reset", String.valueOf(tightest.resetSeconds()));
    if (tightest.probe().isConsumed()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = tightest.retrySeconds();
    response.setHeader("Retry-After", String.valueOf(seconds));
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(
        response.getOutputStream(),
        problems.of(new TooManyRequests(tightest.whose(), seconds), request.getRequestURI()));
  }

  /** The first limit that is used up ends the counting, so that the others are not charged. */
  private Counted count(HttpServletRequest request) {
    Optional<Actor> actor = current.find();
    if (actor.isEmpty()) {
      return take("address", "a/" + request.getRemoteAddr(), properties.address());
    }
    String tenant = actor.get().tenant().value();
    String user = tenant + "/" + actor.get().id().value();
    Counted tightest = take("user", "u/" + user, properties.user());
    if (tightest.probe().isConsumed()) {
      Counted whole = take("tenant", "t/" + tenant, properties.tenant());
      tightest = whole.isTighterThan(tightest) ? whole : tightest;
    }
    for (Map.Entry<String, GatewayProperties.RouteLimit> route : properties.routes().entrySet()) {
      if (tightest.probe().isConsumed() && isUnder(request.getRequestURI(), route.getKey())) {
        Counted one = take("route", "r/" + route.getKey() + "/" + user, route.getValue());
        tightest = one.isTighterThan(tightest) ? one : tightest;
      }
    }
    return tightest;
  }

  private static boolean isUnder(String path, String route) {
    return path.equals(route) || path.startsWith(route + "/");
  }

  private Counted take(String whose, String key, Limit limit) {
    return new Counted(whose, limit, buckets.take(key, limit));
  }
}
