package io.flowmaster.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own API, called as the current actor in its tenant: what it may not do, the API
 * refuses, and what it does is audited, wherever this runs.
 */
public interface PlatformApi {

  /**
   * Calls once.
   *
   * @return refusals are answers, too
   * @throws PlatformUnreachable when there was no whole answer in time, or a larger one than taken
   */
  Answer call(Request request);

  /**
   * What is asked.
   *
   * @param method as HTTP spells it
   * @param path with {@code {names}} of variables, which are encoded as one segment each
   * @param variables of the path
   * @param query parameters; those whose value is null are left out
   * @param headers more of them, for example {@code If-Match}
   * @param body null for none
   */
  record Request(
      String method,
      String path,
      Map<String, String> variables,
      Map<String, @Nullable Object> query,
      Map<String, String> headers,
      @Nullable JsonNode body) {

    public Request {
      if (!path.startsWith("/") || path.startsWith("//")) {
        throw new IllegalArgumentException("not a path of the platform: " + path);
      }
    }

    /** Reads a list or a thing. */
    public static Request get(String path, String... variables) {
      return new Request("GET", path, pairs(variables), Map.of(), Map.of(), null);
    }

    /** Does something. */
    public static Request post(String path, JsonNode body, String... variables) {
      return new Request("POST", path, pairs(variables), Map.of(), Map.of(), body);
    }

    /** The same with one more parameter; null leaves it out. */
    public Request with(String name, @Nullable Object value) {
      if (value == null) {
        return this;
      }
      Map<String, @Nullable Object> more = new TreeMap<>(query);
      more.put(name, value);
      return new Request(method, path, variables, more, headers, body);
    }

    /** The same with one more header; null leaves it out. */
    public Request header(String name, @Nullable String value) {
      if (value == null) {
        return this;
      }
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Request(method, path, variables, query, more, body);
    }

    /** With the key under which the call has one effect; null for none. */
    public Request once(@Nullable String key) {
      return header("Idempotency-Key", key);
    }

    private static Map<String, String> pairs(String... words) {
      Map<String, String> pairs = new TreeMap<>();
      for (int i = 0; i + 1 < words.length; i += 2) {
        pairs.put(words[i], words[i + 1]);
      }
      return pairs;
    }
  }

  /**
   * What came back.
   *
   * @param body JSON null when there was none or when it was not JSON
   * @param etag the version that was read; null when there is none
   * @param content the body as it came
   */
  record Answer(int status, JsonNode body, @Nullable String etag, byte[] content) {

    /** Whether it was done. */
    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /** The body as a tool's outcome, or the problem document of the refusal. */
    public ToolOutcome outcome() {
      return ok() ? ToolOutcome.of(body) : ToolOutcome.refused(body);
    }

    /**
     * The body of what was done.
     *
     * @throws PlatformRefused with the problem document, when it was refused
     */
    public JsonNode require() {
      if (!ok()) {
        throw new PlatformRefused(body);
      }
      return body;
    }

    /** An answer with a JSON body. */
    public static Answer of(int status, JsonNode body) {
      return new Answer(status, body, null, new byte[0]);
    }
  }
}
