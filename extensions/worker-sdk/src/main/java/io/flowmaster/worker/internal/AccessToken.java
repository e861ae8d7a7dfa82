package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.client.FlowMasterClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The machine's access token by the client credentials grant (RFC 6749, 4.4): asked for when first
 * needed, kept, and renewed before it expires.
 */
final class AccessToken implements FlowMasterClients.Tokens {
  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ObjectMapper json;
  private final Clock clock;
  private final URI endpoint;
  private final String basic;
  private @Nullable String token;
  private Instant renewAt = Instant.MIN;

  AccessToken(URI endpoint, String clientId, String clientSecret, ObjectMapper json, Clock clock) {
    this.endpoint = endpoint;
    this.json = json;
    this.clock = clock;
    String pair = form(clientId) + ":" + form(clientSecret);
    this.basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A token that is valid for a while.
   *
   * @throws IOException when the platform cannot be reached or gives none
   */
  @Override
  public synchronized String value() throws IOException {
    String known = token;
    if (known != null && clock.instant().isBefore(renewAt)) {
      return known;
    }
    JsonNode answer = ask();
    String fresh = answer.path("access_token").asText("");
    if (fresh.isEmpty()) {
      throw new IOException(endpoint + " gave no access_token");
    }
    Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(60));
    Duration early = life.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : life.dividedBy(2);
    token = fresh;
    renewAt = clock.instant().plus(life).minus(early);
    return fresh;
  }

  /** The platform refused this token: the next request asks for another. */
  @Override
  public synchronized void refused() {
    token = null;
  }

  private JsonNode ask() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Authorization", basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(endpoint + " answered " + answer.statusCode());
      }
      return json.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking for a token", e);
    }
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
