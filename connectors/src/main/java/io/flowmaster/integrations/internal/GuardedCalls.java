package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.integrations.ConnectorNotFound;
import io.flowmaster.integrations.IntegrationView;
import io.flowmaster.platform.TenantId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls of integrations, within their limit and behind their breaker. */
@Component
class GuardedCalls {
  private static final int BREAKERS = 1_000;
  private static final Duration REST = Duration.ofSeconds(30);
  private final ListedConnectors connectors;
  private final Calls calls;
  private final SharedLimits limits;
  private final CircuitBreakerConfig breaker;

  /** By integration and revision: who repairs the configuration need not wait. */
  private final Cache<String, CircuitBreaker> breakers =
      Caffeine.newBuilder().maximumSize(BREAKERS).build();

  GuardedCalls(ListedConnectors connectors, Calls calls, SharedLimits limits) {
    this.connectors = connectors;
    this.calls = calls;
    this.limits = limits;
    this.breaker =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(80)
            .waitDurationInOpenState(REST)
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordException(e -> e instanceof ConnectorProblem problem && problem.mayPass())
            .ignoreException(e -> !(e instanceof ConnectorProblem problem && problem.mayPass()))
            .build();
  }

  /**
   * @throws CallDeferred when it is not made now
   */
  @Nullable JsonNode execute(
      TenantId tenant, IntegrationView integration, ObjectNode input, @Nullable String key) {
    Connector connector =
        connectors
            .find(integration.connector())
            .orElseThrow(() -> new ConnectorNotFound(integration.connector()));
    String id = tenant + "/" + integration.id();
    CircuitBreaker own = breakers.get(id + integration.revision(), this::breaker);
    try {
      return own.executeSupplier(
          () -> {
            requireRoom(id, integration.callsPerMinute());
            return calls.execute(
                tenant, connector, (ObjectNode) integration.configuration(), input, key);
          });
    } catch (CallNotPermittedException open) {
      throw CallDeferred.resting(REST);
    }
  }

  private void requireRoom(String id, @Nullable Integer callsPerMinute) {
    Duration wait = callsPerMinute == null ? Duration.ZERO : limits.take(id, callsPerMinute);
    if (!wait.isZero()) {
      throw CallDeferred.limited(wait);
    }
  }

  private CircuitBreaker breaker(String id) {
    return CircuitBreaker.of(id, breaker);
  }
}
