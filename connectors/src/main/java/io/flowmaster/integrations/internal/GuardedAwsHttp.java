package io.flowmaster.integrations.internal;

import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Leads the calls of Amazon's client through the platform's guard. */
record GuardedAwsHttp(OutboundHttp http, Duration limit, int mostBytes) implements SdkHttpClient {
  /** What the guard sets by itself, and what would make it wait for a line that never comes. */
  private static final Set<String> NOT_OURS = Set.of("host", "content-length", "expect");

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest prepared) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return told(http.send(request(prepared)));
      }

      @Override
      public void abort() {
        // The call ends by its own time limit.
      }
    };
  }

  private OutboundRequest request(HttpExecuteRequest prepared) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    prepared
        .httpRequest()
        .forEachHeader(
            (name, values) -> {
              if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
              }
            });
    return new OutboundRequest(
        prepared.httpRequest().method().name(),
        prepared.httpRequest().getUri(),
        headers,
        body(prepared),
        limit,
        mostBytes,
        false,
        null);
  }

  private static byte @Nullable [] body(HttpExecuteRequest prepared) throws IOException {
    if (prepared.contentStreamProvider().isEmpty()) {
      return null;
    }
    try (InputStream content = prepared.contentStreamProvider().get().newStream()) {
      return content.readAllBytes();
    }
  }

  private static HttpExecuteResponse told(OutboundAnswer answer) {
    SdkHttpResponse.Builder response = SdkHttpResponse.builder().statusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
        .build();
  }

  @Override
  public void close() {
    // The guard belongs to the platform.
  }
}
