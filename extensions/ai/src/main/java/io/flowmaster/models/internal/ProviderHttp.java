package io.flowmaster.models.internal;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to a provider: an answer ends within the timeout as a whole and is no larger than {@link
 * #MOST_BYTES}; what the provider says of waiting is kept; streams are read by the calling thread.
 */
class ProviderHttp implements HttpClient {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int MOST_OF_AN_ERROR = 10_000;
  private final java.net.http.HttpClient client;
  private final Duration timeout;
  private final Clock clock;

  ProviderHttp(java.net.http.HttpClient client, Duration timeout, Clock clock) {
    this.client = client;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** For the models' builders, which set timeouts of their own: this one's stays. */
  HttpClientBuilder builder() {
    return new Built(this);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return within(
        request,
        answer ->
            SuccessfulHttpResponse.builder()
                .statusCode(answer.statusCode())
                .headers(answer.headers().map())
                .body(answer.body().readAllBytes())
                .build());
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    try {
      within(
          request,
          answer -> {
            listener.onOpen(
                SuccessfulHttpResponse.builder()
                    .statusCode(answer.statusCode())
                    .headers(answer.headers().map())
                    .build());
            parser.parse(answer.body(), listener);
            return Boolean.TRUE;
          });
      listener.onClose();
    } catch (RuntimeException e) {
      listener.onError(e);
    }
  }

  private interface Reading<T> {
    T read(Answer answer) throws IOException;
  }

  private record Answer(int statusCode, java.net.http.HttpHeaders headers, InputStream body) {}

  private <T> T within(HttpRequest request, Reading<T> reading) {
    try {
      HttpResponse<InputStream> response = client.send(jdk(request), BodyHandlers.ofInputStream());
      AtomicBoolean late = new AtomicBoolean();
      CompletableFuture<Void> deadline =
          CompletableFuture.runAsync(
              () -> {
                late.set(true);
                close(response.body());
              },
              CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
      try (InputStream body = new Bounded(response.body(), late)) {
        if (response.statusCode() / 100 != 2) {
          throw refusal(response, body);
        }
        return reading.read(new Answer(response.statusCode(), response.headers(), body));
      } catch (IOException | RuntimeException e) {
        if (late.get()) {
          throw new TimeoutException(e);
        }
        throw e;
      } finally {
        deadline.cancel(false);
      }
    } catch (HttpTimeoutException e) {
      throw new TimeoutException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProviderAnsweredWith refusal(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    return new ProviderAnsweredWith(
        response.statusCode(),
        new String(body.readNBytes(MOST_OF_AN_ERROR), StandardCharsets.UTF_8),
        response.headers().firstValue("Retry-After").map(this::wait).orElse(null));
  }

  /** Seconds or a date (RFC 9110, section 10.2.3). */
  private @Nullable Duration wait(String header) {
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
    } catch (NumberFormatException noSeconds) {
      try {
        Duration until =
            Duration.between(
                clock.instant(),
                ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        return until.isNegative() ? Duration.ZERO : until;
      } catch (DateTimeParseException noDate) {
        return null;
      }
    }
  }

  private java.net.http.HttpRequest jdk(HttpRequest request) {
    String body = request.body();
    java.net.http.HttpRequest.Builder made =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(timeout)
            .method(
                request.method().name(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (var header : request.headers().entrySet()) {
      for (String value : valuesOf(header.getValue())) {
        made.header(header.getKey(), value);
      }
    }
    return made.build();
  }

  private static List<String> valuesOf(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  /** Ends with an error instead of going on for ever, or as if all were there after a deadline. */
  private static final class Bounded extends FilterInputStream {
    private final AtomicBoolean late;
    private int left = MOST_BYTES;

    Bounded(InputStream in, AtomicBoolean late) {
      super(in);
      this.late = late;
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      return counted(read, read);
    }

    private int counted(int read, int bytes) throws IOException {
      if (late.get()) {
        throw new IOException("not in time");
      }
      if (read >= 0) {
        left -= bytes;
      }
      if (left < 0) {
        throw new IOException("more than " + MOST_BYTES + " bytes");
      }
      return read;
    }
  }

  private record Built(HttpClient http) implements HttpClientBuilder {
    @Override
    public @Nullable Duration connectTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
      return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return http;
    }
  }
}
