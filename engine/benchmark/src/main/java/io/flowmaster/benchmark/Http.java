package io.flowmaster.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the platform that keeps its connection; cheap, so that it measures the server. */
final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final String base;
  private final String user;
  private volatile @Nullable String token;

  Http(String base, String user) {
    this.base = base;
    this.user = user;
  }

  byte[] get(String path) throws IOException {
    return send("GET", path, null);
  }

  byte[] post(String path, Object body) throws IOException {
    return send("POST", path, body);
  }

  byte[] put(String path, Object body) throws IOException {
    return send("PUT", path, body);
  }

  private byte[] send(String method, String path, @Nullable Object body) throws IOException {
    HttpURLConnection call = call(method, path, body);
    if (call.getResponseCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
      token = login();
      call = call(method, path, body);
    }
    if (call.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
      throw new IOException(
          method + " " + path + ": " + new String(read(call), StandardCharsets.UTF_8));
    }
    return read(call);
  }

  private HttpURLConnection call(String method, String path, @Nullable Object body)
      throws IOException {
    HttpURLConnection call = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    call.setRequestMethod(method);
    if (token != null) {
      call.setRequestProperty("Authorization", "Bearer " + token);
    }
    if (body != null) {
      call.setDoOutput(true);
      call.setRequestProperty("Content-Type", "application/json");
      call.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
    return call;
  }

  private String login() throws IOException {
    token = null;
    HttpURLConnection call =
        call("POST", "/auth/login", Map.of("username", user, "password", "flowmaster"));
    return JSON.readTree(read(call)).get("accessToken").textValue();
  }

  private static byte[] read(HttpURLConnection call) throws IOException {
    try (InputStream body =
        call.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? call.getInputStream()
            : call.getErrorStream()) {
      return body == null ? new byte[0] : body.readAllBytes();
    }
  }
}
