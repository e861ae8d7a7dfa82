package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpStatus;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.backoff.ExponentialErrorBackoffStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Connects to the platform's {@code /engine-rest} with the machine's token. */
final class PlatformClient {
  private static final long FIRST_ERROR_PAUSE = 500;
  private static final long LONGEST_ERROR_PAUSE = 30_000;
  private final WorkerProperties properties;
  private final Environment environment;
  private final ObjectMapper json;
  private final Clock clock;
  private final ObservationRegistry observations;

  PlatformClient(
      WorkerProperties properties,
      Environment environment,
      ObjectMapper json,
      Clock clock,
      ObservationRegistry observations) {
    this.properties = properties;
    this.environment = environment;
    this.json = json;
    this.clock = clock;
    this.observations = observations;
  }

  ExternalTaskClient connect() {
    URI url = url();
    AccessToken token = token(url);
    return ExternalTaskClient.create()
        .baseUrl(url.resolve("engine-rest").toString())
        .workerId(name() + "-" + UUID.randomUUID().toString().substring(0, 8))
        .maxTasks(properties.concurrency())
        .asyncResponseTimeout(properties.pollTimeout().toMillis())
        .lockDuration(properties.lockDuration().toMillis())
        .backoffStrategy(
            new ExponentialErrorBackoffStrategy(FIRST_ERROR_PAUSE, 2, LONGEST_ERROR_PAUSE))
        .customizeHttpClient(http -> customize(http, token))
        .disableAutoFetching()
        .build();
  }

  /**
   * On the HTTP client itself, where a token that cannot be had is an I/O error: then the fetching
   * pauses, which it does not for an exception of the client's own interceptors. Calls made for a
   * task join its trace; the long polls between them belong to none.
   */
  private void customize(HttpClientBuilder http, @Nullable AccessToken token) {
    http.addRequestInterceptorLast(
        (request, body, context) -> {
          request.setHeader("X-Service-Name", name());
          if (properties.tenant() != null) {
            request.setHeader("X-Tenant-Id", properties.tenant());
          }
          if (token != null) {
            request.setHeader("Authorization", "Bearer " + token.value());
          }
        });
    ObservationExecChainHandler observed = new ObservationExecChainHandler(observations);
    http.addExecInterceptorLast(
        "trace of the work",
        (request, scope, chain) ->
            observations.getCurrentObservation() == null
                ? chain.proceed(request, scope)
                : observed.execute(request, scope, chain));
    http.addResponseInterceptorLast(
        (response, body, context) -> {
          if (token != null && response.getCode() == HttpStatus.SC_UNAUTHORIZED) {
            token.refused();
          }
        });
  }

  private @Nullable AccessToken token(URI url) {
    String id = properties.clientId();
    String secret = properties.clientSecret();
    return id == null || secret == null
        ? null
        : new AccessToken(url.resolve("oauth2/token"), id, secret, json, clock);
  }

  /** Ends with a slash. */
  private URI url() {
    if (properties.url() != null) {
      String url = properties.url().toString();
      return URI.create(url.endsWith("/") ? url : url + "/");
    }
    String port = environment.getProperty("local.server.port");
    if (port == null) {
      throw new IllegalStateException(
          "flowmaster.worker.url is missing, and this application serves no port itself");
    }
    return URI.create("http://localhost:" + port + "/");
  }

  private String name() {
    return environment.getProperty("spring.application.name", "flowmaster-worker");
  }
}
