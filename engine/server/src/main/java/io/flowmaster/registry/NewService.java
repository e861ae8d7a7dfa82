package io.flowmaster.registry;

import io.flowmaster.platform.InvalidValue;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that announces itself.
 *
 * @param name lower-case words with hyphens, at most 64 characters
 * @param url absolute http or https address without user, query and fragment
 * @param healthPath what to ask for its health, beginning with a slash; null when it sends
 *     heartbeats
 */
public record NewService(
    String name,
    URI url,
    @Nullable String healthPath,
    @Nullable String version,
    Map<String, String> metadata) {
  public NewService {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new InvalidValue("name", "name is made of lower-case letters, digits and hyphens.");
    }
    boolean plain =
        ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
            && url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null;
    if (!plain) {
      throw new InvalidValue(
          "url", "url is an absolute http or https address without user, query and fragment.");
    }
    if (healthPath != null && !healthPath.matches("/[A-Za-z0-9._~/-]*")) {
      throw new InvalidValue("healthPath", "healthPath begins with a slash and is a plain path.");
    }
    metadata = Map.copyOf(metadata);
  }
}
