package io.flowmaster.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call.
 *
 * @param method as HTTP spells it, for example {@code POST}
 * @param uri absolute, {@code http} or {@code https}, without user information
 * @param headers by name; {@code Host} and {@code Content-Length} are set by themselves
 * @param body null for none
 * @param timeout for the whole call, with its redirects
 * @param mostBytes how large the answer's body may be
 * @param followsRedirects whether redirects of GET and HEAD are followed, at most five; credentials
 *     in headers go along to the same host only
 * @param tls null for the trust of the JVM; otherwise what the other side is checked with, and the
 *     client certificate to show
 */
public record OutboundRequest(
    String method,
    URI uri,
    Map<String, List<String>> headers,
    byte @Nullable [] body,
    Duration timeout,
    int mostBytes,
    boolean followsRedirects,
    @Nullable SSLContext tls) {

  public OutboundRequest {
    headers = Map.copyOf(headers);
    if (!("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null) {
      throw new InvalidValue(
          "address",
          "Give an absolute http or https address with a host, without user and password.");
    }
  }

  /** A POST without redirects, answered within the time and in at most 64 KiB. */
  public static OutboundRequest post(
      URI uri, Map<String, List<String>> headers, byte[] body, Duration timeout) {
    return new OutboundRequest("POST", uri, headers, body, timeout, 65_536, false, null);
  }
}
