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

  PlatformAddress(WorkerProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
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

  /** Null when no client is set. */
  @Nullable AccessToken token(ObjectMapper json, Clock clock) {
    String id = properties.clientId();
    String secret = properties.clientSecret();
    return id == null || secret == null
        ? null
        : new AccessToken(url().resolve("oauth2/token"), id, secret, json, clock);
  }
}
