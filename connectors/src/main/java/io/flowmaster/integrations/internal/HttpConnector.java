package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Any HTTP service, by {@link OutboundHttp}. */
@Component
class HttpConnector implements Connector {
  private static final int UNAUTHORIZED = 401;
  private static final int FIRST_REFUSAL = 400;
  private static final int SERVER_ERROR = 500;
  private static final int FIRST_PAUSE_MILLIS = 200;
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  /** Nothing was done, or only for now. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

  /** Nothing was done over there, whatever was asked for. */
  private static final Set<Integer> NOT_DONE = Set.of(425, 429, 503);

  private final ConnectorView view = Descriptors.read("http");
  private final OutboundHttp http;
  private final HttpCredentials credentials;
  private final ObjectMapper json;

  HttpConnector(OutboundHttp http, HttpCredentials credentials, ObjectMapper json) {
    this.http = http;
    this.credentials = credentials;
    this.json = json;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    boolean isSafe = isRepeatable(call);
    RetryConfig config =
        RetryConfig.<OutboundAnswer>custom()
            .maxAttempts(isSafe ? call.configuration().path("attempts").asInt(3) : 1)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE_MILLIS))
            .retryOnResult(answer -> PASSING.contains(answer.status()))
            .retryOnException(e -> e instanceof ConnectorProblem problem && problem.mayPass())
            .build();
    OutboundAnswer answer =
        Retry.of("http", config).executeSupplier(() -> authorized(call, isSafe));
    ObjectNode told = told(answer);
    if (answer.status() >= FIRST_REFUSAL) {
      boolean mayPass =
          isSafe ? PASSING.contains(answer.status()) : NOT_DONE.contains(answer.status());
      throw ConnectorProblem.answered(
          "http-" + answer.status(),
          "The service answered " + answer.status() + ".",
          mayPass,
          told);
    }
    return told;
  }

  @Override
  public String test(ConnectorCall call) {
    OutboundAnswer answer = authorized(call, true);
    if (answer.status() >= SERVER_ERROR || answer.status() == UNAUTHORIZED) {
      throw ConnectorProblem.lasting(
          "http-" + answer.status(), "It answers " + answer.status() + ".");
    }
    return "It answers " + answer.status() + ".";
  }

  /** A token that ended before its time is replaced, once. */
  private OutboundAnswer authorized(ConnectorCall call, boolean isSafe) {
    OutboundAnswer answer = send(call, isSafe);
    return answer.status() == UNAUTHORIZED && credentials.forgetToken(call)
        ? send(call, isSafe)
        : answer;
  }

  private OutboundAnswer send(ConnectorCall call, boolean isSafe) {
    OutboundRequest request = new HttpCall(json, call, credentials).request();
    try {
      return http.send(request);
    } catch (IOException e) {
      throw failed(e, isSafe, request.uri());
    }
  }

  /** After the request has left, nobody knows whether it was done. */
  private static ConnectorProblem failed(IOException e, boolean isSafe, URI uri) {
    if (e instanceof UnknownHostException) {
      return ConnectorProblem.passing("unknown-host", "There is no host " + uri.getHost() + ".");
    }
    String why = "No answer came: " + reason(e) + ".";
    return isSafe || e instanceof ConnectException || isConnectTimeout(e)
        ? ConnectorProblem.passing("http-no-answer", why)
        : ConnectorProblem.lasting(
            "http-unclear", why + " Whether the call was done over there is not known.");
  }

  private static boolean isConnectTimeout(IOException e) {
    return e.getClass().getSimpleName().equals("ConnectTimeoutException");
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static boolean isRepeatable(ConnectorCall call) {
    return REPEATABLE.contains(call.given("method", "GET"))
        || HttpCall.idempotencyKey(call) != null;
  }

  private ObjectNode told(OutboundAnswer answer) {
    ObjectNode told = json.createObjectNode();
    told.put("status", answer.status());
    ObjectNode headers = told.putObject("headers");
    answer
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equals("set-cookie")) {
                headers.put(name, String.join(", ", values));
              }
            });
    @Nullable JsonNode body = Bodies.read(json, answer.body());
    told.set("body", body);
    return told;
  }
}
