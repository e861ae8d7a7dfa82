package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.OutboundRequest;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Makes a request of a call. */
final class HttpCall {
  private static final int USUAL_SECONDS = 20;
  private static final int USUAL_BYTES = 1_048_576;
  private final ObjectMapper json;
  private final ConnectorCall call;
  private final HttpCredentials credentials;

  HttpCall(ObjectMapper json, ConnectorCall call, HttpCredentials credentials) {
    this.json = json;
    this.call = call;
    this.credentials = credentials;
  }

  OutboundRequest request() {
    byte[] body = body();
    return new OutboundRequest(
        call.given("method", "GET"),
        uri(),
        headers(body != null),
        body,
        call.seconds("timeoutSeconds", USUAL_SECONDS),
        call.configuration().path("mostBytes").asInt(USUAL_BYTES),
        call.configuration().path("followRedirects").asBoolean(false),
        ClientTls.of(call.setting("clientCertificate"), call.setting("trustedCertificates")));
  }

  /** The path cannot reach another host, nor above the base address. */
  private URI uri() {
    String base = call.setting("url", "");
    String path = call.given("path", "");
    if (path.startsWith("//") || List.of(path.split("/")).contains("..")) {
      throw ConnectorProblem.lasting("invalid-path", "The path leads out of the base address.");
    }
    try {
      URI known = URI.create(base);
      String query = query(known.getRawQuery());
      String trunk = known.getRawPath() == null ? "" : known.getRawPath();
      String whole =
          path.isEmpty()
              ? trunk
              : trunk.replaceFirst("/$", "")
                  + UriUtils.encodePath(decoded(path), StandardCharsets.UTF_8);
      return URI.create(
          known.getScheme()
              + "://"
              + known.getRawAuthority()
              + whole
              + (query.isEmpty() ? "" : "?" + query));
    } catch (IllegalArgumentException e) {
      throw ConnectorProblem.lasting("invalid-address", "The address is not well-formed.");
    }
  }

  /** Escapes of the caller stay what they are; a half one stands for itself. */
  private static String decoded(String path) {
    try {
      String decoded = UriUtils.decode(path, StandardCharsets.UTF_8);
      if (List.of(decoded.split("[/\\\\]")).contains("..")) {
        throw ConnectorProblem.lasting("invalid-path", "The path leads out of the base address.");
      }
      return decoded;
    } catch (IllegalArgumentException half) {
      return path;
    }
  }

  private String query(@Nullable String known) {
    List<String> pairs = new ArrayList<>();
    if (known != null && !known.isEmpty()) {
      pairs.add(known);
    }
    call.input()
        .path("query")
        .properties()
        .forEach(
            each -> {
              JsonNode value = each.getValue();
              if (value.isArray()) {
                value.forEach(item -> pairs.add(pair(each.getKey(), item.asText())));
              } else if (!value.isNull()) {
                pairs.add(
                    pair(each.getKey(), value.isValueNode() ? value.asText() : value.toString()));
              }
            });
    credentials.queryParameter(call).forEach((name, value) -> pairs.add(pair(name, value)));
    return String.join("&", pairs);
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Map<String, List<String>> headers(boolean hasBody) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", "application/json, */*;q=0.5");
    if (hasBody) {
      headers.put(
          "Content-Type",
          call.input().path("body").isTextual() ? "text/plain;charset=UTF-8" : "application/json");
    }
    text(call.configuration().path("headers")).forEach(headers::put);
    text(call.input().path("headers")).forEach(headers::put);
    String key = idempotencyKey(call);
    if (key != null) {
      headers.put("Idempotency-Key", key);
    }
    credentials.headers(call).forEach(headers::put);
    Map<String, List<String>> all = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
              || value.chars().anyMatch(Character::isISOControl)) {
            throw ConnectorProblem.lasting("invalid-header", "A header is not well-formed.");
          }
          all.put(name, List.of(value));
        });
    return all;
  }

  /** A key of the call's own goes only to services that are said to know such keys. */
  static @Nullable String idempotencyKey(ConnectorCall call) {
    String given = call.given("idempotencyKey");
    boolean isKnown = call.configuration().path("knowsIdempotencyKey").asBoolean(false);
    return given == null && isKnown ? call.key() : given;
  }

  private static Map<String, String> text(JsonNode members) {
    Map<String, String> all = new LinkedHashMap<>();
    members.properties().forEach(each -> all.put(each.getKey(), each.getValue().asText()));
    return all;
  }

  private byte @Nullable [] body() {
    JsonNode body = call.input().path("body");
    if (body.isMissingNode() || body.isNull()) {
      return null;
    }
    try {
      return body.isTextual()
          ? body.asText().getBytes(StandardCharsets.UTF_8)
          : json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
