package io.flowmaster.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.testing.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies, that follows no redirect by itself; and a client that posts forms. */
final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String url;

  Browser(String url) {
    this.url = url;
  }

  Answer get(String pathOrUrl) {
    return send(request(pathOrUrl).GET());
  }

  /** Posts a form; each value is URL-encoded. */
  Answer post(String pathOrUrl, Map<String, String> form) {
    return send(request(pathOrUrl).POST(body(form)));
  }

  /** Posts a form as a client with a secret (RFC 6749, section 2.3.1). */
  Answer postAs(String client, String secret, String path, Map<String, String> form) {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return send(request(path).header("Authorization", "Basic " + basic).POST(body(form)));
  }

  /** Types into the login page that is shown at the address, and sends it. */
  Answer login(String loginUrl, Map<String, String> typed) {
    Matcher csrf = CSRF.matcher(get(loginUrl).expect(200).text());
    if (!csrf.find()) {
      throw new AssertionError("no CSRF token in the page");
    }
    Map<String, String> form = new java.util.HashMap<>(typed);
    form.put("_csrf", csrf.group(1));
    return post(loginUrl, form);
  }

  private HttpRequest.Builder request(String pathOrUrl) {
    return HttpRequest.newBuilder(
        URI.create(pathOrUrl.startsWith("/") ? url + pathOrUrl : pathOrUrl));
  }

  private Answer send(HttpRequest.Builder request) {
    if (request.build().method().equals("POST")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    } else {
      request.header("Accept", "text/html, application/json");
    }
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(), response.headers(), response.body(), new ObjectMapper());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher body(Map<String, String> form) {
    return HttpRequest.BodyPublishers.ofString(
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }
}
