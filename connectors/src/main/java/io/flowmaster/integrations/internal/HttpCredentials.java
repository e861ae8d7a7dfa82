package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.OutboundAnswer;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.OutboundRequest;
import io.flowmaster.platform.TextDigest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What shows a service who calls. Tokens of OAuth2 are kept until shortly before their end. */
@Component
class HttpCredentials {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int USUAL_LIFE = 300;
  private static final int EARLIER = 30;
  private static final int TOKENS = 1_000;
  private static final int OK = 200;
  private final OutboundHttp http;
  private final ObjectMapper json;
  private final Clock clock;
  private final Cache<String, Token> tokens = Caffeine.newBuilder().maximumSize(TOKENS).build();

  private record Token(String value, Instant until) {
    @Override
    public String toString() {
      return "Token[***]";
    }
  }

  HttpCredentials(OutboundHttp http, ObjectMapper json, Clock clock) {
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  Map<String, String> headers(ConnectorCall call) {
    return switch (call.setting("authentication", "none")) {
      case "basic" ->
          Map.of(
              "Authorization", basic(call.setting("username", ""), call.setting("password", "")));
      case "bearer" -> Map.of("Authorization", "Bearer " + call.setting("token", ""));
      case "oauth2" -> Map.of("Authorization", "Bearer " + token(call));
      case "apiKey" -> isInQuery(call) ? Map.of() : apiKey(call);
      default -> Map.of();
    };
  }

  Map<String, String> queryParameter(ConnectorCall call) {
    return call.setting("authentication", "none").equals("apiKey") && isInQuery(call)
        ? apiKey(call)
        : Map.of();
  }

  /** True when there was one that a new one may replace. */
  boolean forgetToken(ConnectorCall call) {
    return call.setting("authentication", "none").equals("oauth2")
        && tokens.asMap().remove(tokenKey(call)) != null;
  }

  private static boolean isInQuery(ConnectorCall call) {
    return call.setting("apiKeyIn", "header").equals("query");
  }

  private static Map<String, String> apiKey(ConnectorCall call) {
    return Map.of(call.setting("apiKeyName", "X-API-Key"), call.setting("apiKey", ""));
  }

  private String token(ConnectorCall call) {
    String key = tokenKey(call);
    Token known = tokens.getIfPresent(key);
    if (known == null || !known.until().isAfter(clock.instant())) {
      known = fetch(call);
      tokens.put(key, known);
    }
    return known.value();
  }

  private Token fetch(ConnectorCall call) {
    String form =
        "grant_type=client_credentials"
            + (call.setting("scope") == null
                ? ""
                : "&scope=" + URLEncoder.encode(call.setting("scope", ""), StandardCharsets.UTF_8));
    OutboundRequest request =
        OutboundRequest.post(
            URI.create(call.setting("tokenUrl", "")),
            Map.of(
                "Content-Type", List.of("application/x-www-form-urlencoded"),
                "Accept", List.of("application/json"),
                "Authorization",
                    List.of(basic(call.setting("clientId", ""), call.setting("clientSecret", "")))),
            form.getBytes(StandardCharsets.UTF_8),
            LIMIT);
    try {
      OutboundAnswer answer = http.send(request);
      JsonNode said = answer.status() == OK ? json.readTree(answer.body()) : null;
      if (said == null || said.path("access_token").asText().isEmpty()) {
        throw ConnectorProblem.lasting(
            "oauth2-refused",
            "The token address answered " + answer.status() + " without a token.");
      }
      int life = said.path("expires_in").asInt(USUAL_LIFE);
      return new Token(
          said.path("access_token").asText(), clock.instant().plusSeconds(life - EARLIER));
    } catch (IOException e) {
      throw ConnectorProblem.passing("oauth2-no-answer", "The token address gave no answer.");
    }
  }

  private static String tokenKey(ConnectorCall call) {
    return TextDigest.of(
            String.join(
                "\n",
                call.tenant().value(),
                call.setting("tokenUrl", ""),
                call.setting("clientId", ""),
                call.setting("clientSecret", ""),
                call.setting("scope", "")))
        .sha256();
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
