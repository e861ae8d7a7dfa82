package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Where the platform is, and who we are to it. */
final class PlatformAddress {
  private final WorkerProperties properties;
  private final Environment environment;
  private final ObjectMapper json;
  private final Clock clock;
  private @Nullable AccessToken token;

  PlatformAddress(
      WorkerProperties properties, Environment environment, ObjectMapper json, Clock clock) {
    this.properties = properties;
    this.environment = environment;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The platform's address, with a slash at its end.
   *
   * @throws IllegalStateException when none is set and this application serves no port
   */
  URI url() {
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

  /** One token for all that this application asks; null when no client is set. */
  synchronized @Nullable AccessToken token() {
    String id = properties.clientId();
    String secret = properties.clientSecret();
    if (token == null && id != null && secret != null) {
      token = new AccessToken(url().resolve("oauth2/token"), id, secret, json, clock);
    }
    return token;
  }
}
