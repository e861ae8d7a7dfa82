package io.flowmaster.worker.internal;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the platform with the machine's token. Calls made for a task join its trace; the long
 * polls between them belong to none.
 */
final class PlatformHttp {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;
  private final String service;
  private final @Nullable String tenant;
  private final @Nullable AccessToken token;
  private final ObservationRegistry observations;

  /** What came back. */
  record Answer(int status, byte[] body) {}

  /**
   * To one platform.
   *
   * @param base ends with a slash
   * @param service name of this application
   */
  PlatformHttp(
      URI base,
      String service,
      @Nullable String tenant,
      @Nullable AccessToken token,
      ObservationRegistry observations) {
    this.base = base;
    this.service = service;
    this.tenant = tenant;
    this.token = token;
    this.observations = observations;
  }

  /**
   * Sends JSON.
   *
   * @param wait how long the platform may take because it waits for something
   */
  Answer post(String path, byte[] body, Duration wait, boolean traced) throws IOException {
    HttpRequest.Builder request =
        request(path, wait)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return traced ? observed("POST", request) : send(request);
  }

  Answer get(String path) throws IOException {
    return observed("GET", request(path, Duration.ZERO).GET());
  }

  private HttpRequest.Builder request(String path, Duration wait) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT.plus(wait))
            .header("Accept", "application/json, application/octet-stream, */*")
            .header("X-Service-Name", service);
    if (tenant != null) {
      request.header("X-Tenant-Id", tenant);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    return request;
  }

  private Answer observed(String method, HttpRequest.Builder request) throws IOException {
    if (observations.getCurrentObservation() == null) {
      return send(request);
    }
    RequestReplySenderContext<HttpRequest.Builder, Answer> context =
        new RequestReplySenderContext<>(
            (carrier, name, value) -> Objects.requireNonNull(carrier).setHeader(name, value));
    context.setCarrier(request);
    Observation call =
        Observation.createNotStarted("flowmaster.worker.call", () -> context, observations)
            .contextualName("http " + method.toLowerCase(java.util.Locale.ROOT));
    return call.observeChecked(
        () -> {
          Answer answer = send(request);
          context.setResponse(answer);
          call.lowCardinalityKeyValue(KeyValue.of("status", String.valueOf(answer.status())));
          return answer;
        });
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (token != null && answer.statusCode() == UNAUTHORIZED) {
        token.refused();
      }
      return new Answer(answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for the platform", e);
    }
  }
}
