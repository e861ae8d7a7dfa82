package io.flowmaster.gateway.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The gateway.
 *
 * @param limited whether requests are counted at all
 * @param tenant requests of a tenant as a whole
 * @param user requests of one user or client in a tenant
 * @param address requests without a token from one address
 * @param routes for paths that begin so, requests of one user, in addition
 * @param shared whether the nodes of one PostgreSQL count together
 * @param largestBody the largest request that is led to a registered service
 * @param silence how long a registered service may say nothing
 * @param mostSockets how many WebSockets this node leads to registered services at once
 * @param breakAfter after how many failures in a row a service is left alone
 * @param breakFor for how long
 */
@Validated
@ConfigurationProperties("flowmaster.gateway")
record GatewayProperties(
    @Shown @DefaultValue("true") boolean limited,
    @DefaultValue @Valid TenantLimit tenant,
    @DefaultValue @Valid UserLimit user,
    @DefaultValue @Valid AddressLimit address,
    @DefaultValue @Valid Map<String, RouteLimit> routes,
    @Shown @DefaultValue("true") boolean shared,
    @Shown @DefaultValue("10MB") DataSize largestBody,
    @Shown @DefaultValue("PT30S") Duration silence,
    @Shown @DefaultValue("1000") @Min(1) @Max(100_000) int mostSockets,
    @Shown @DefaultValue("10") @Min(2) @Max(1000) int breakAfter,
    @Shown @DefaultValue("PT30S") Duration breakFor) {

  /** So many in so much time; they come back evenly. */
  sealed interface Limit {
    long requests();

    Duration per();
  }

  record TenantLimit(
      @DefaultValue("300000") @Min(1) long requests, @DefaultValue("PT1M") @NotNull Duration per)
      implements Limit {}

  record UserLimit(
      @DefaultValue("60000") @Min(1) long requests, @DefaultValue("PT1M") @NotNull Duration per)
      implements Limit {}

  record AddressLimit(
      @DefaultValue("12000") @Min(1) long requests, @DefaultValue("PT1M") @NotNull Duration per)
      implements Limit {}

  record RouteLimit(@Min(1) long requests, @NotNull Duration per) implements Limit {}
}
