package io.flowmaster.worker.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.worker.transport.Announcement;
import io.flowmaster.worker.transport.FetchRequest;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.TransportException.Kind;
import io.flowmaster.worker.transport.WireValue;
import io.flowmaster.worker.transport.WorkerTransport;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The platform's {@code /engine-rest}, as external-task clients of any language use it. */
final class RestTransport implements WorkerTransport {
  private static final String TASK = "engine-rest/external-task/";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;
  private final PlatformHttp http;
  private final ObjectMapper json =
      JsonMapper.builder()
          .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  RestTransport(PlatformHttp http) {
    this.http = http;
  }

  @Override
  public List<LockedTask> fetch(FetchRequest request) {
    Long wait = request.asyncResponseTimeout();
    ObjectNode body = json.valueToTree(request);
    body.withArray("topics").forEach(t -> ((ObjectNode) t).put("deserializeValues", false));
    try {
      PlatformHttp.Answer answer =
          http.post(
              TASK + "fetchAndLock",
              json.writeValueAsBytes(body),
              Duration.ofMillis(wait == null ? 0 : wait),
              false);
      expect(answer);
      return List.of(json.readValue(answer.body(), LockedTask[].class));
    } catch (JsonProcessingException e) {
      throw new TransportException(Kind.LATER, "This is not an answer with tasks", e);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  @Override
  public void complete(
      LockedTask task, Map<String, WireValue> variables, Map<String, WireValue> local) {
    ObjectNode body = body(task);
    body.set("variables", json.valueToTree(variables));
    if (!local.isEmpty()) {
      body.set("localVariables", json.valueToTree(local));
    }
    post(task, "complete", body);
  }

  @Override
  public void bpmnError(
      LockedTask task, String code, @Nullable String message, Map<String, WireValue> variables) {
    ObjectNode body = body(task).put("errorCode", code).put("errorMessage", message);
    body.set("variables", json.valueToTree(variables));
    post(task, "bpmnError", body);
  }

  @Override
  public void failure(
      LockedTask task,
      String message,
      @Nullable String details,
      int retries,
      Duration pause,
      Map<String, WireValue> variables,
      Map<String, WireValue> local) {
    ObjectNode body =
        body(task)
            .put("errorMessage", message)
            .put("errorDetails", details)
            .put("retries", retries)
            .put("retryTimeout", pause.toMillis());
    if (!variables.isEmpty()) {
      body.set("variables", json.valueToTree(variables));
    }
    if (!local.isEmpty()) {
      body.set("localVariables", json.valueToTree(local));
    }
    post(task, "failure", body);
  }

  @Override
  public void extendLock(LockedTask task, Duration duration) {
    post(task, "extendLock", body(task).put("newDuration", duration.toMillis()));
  }

  @Override
  public void lock(LockedTask task, Duration duration) {
    post(task, "lock", body(task).put("lockDuration", duration.toMillis()));
  }

  @Override
  public void unlock(LockedTask task) {
    post(task, "unlock", json.createObjectNode());
  }

  @Override
  public void setVariables(String execution, Map<String, WireValue> variables) {
    ObjectNode body = json.createObjectNode();
    body.set("modifications", json.valueToTree(variables));
    expect(call("engine-rest/process-instance/" + escaped(execution) + "/variables", body));
  }

  @Override
  public byte[] content(LockedTask task, String variable) {
    try {
      PlatformHttp.Answer answer =
          http.get(
              "engine-rest/execution/%s/localVariables/%s/data"
                  .formatted(escaped(task.executionId()), escaped(variable)));
      if (answer.status() == NOT_FOUND) {
        answer =
            http.get(
                "engine-rest/process-instance/%s/variables/%s/data"
                    .formatted(escaped(task.processInstanceId()), escaped(variable)));
      }
      expect(answer);
      return answer.body();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  @Override
  public boolean announce(Announcement announcement) {
    PlatformHttp.Answer answer = call("registry/workers", json.valueToTree(announcement));
    if (answer.status() == NOT_FOUND || answer.status() == FORBIDDEN) {
      return false;
    }
    expect(answer);
    return true;
  }

  private void post(LockedTask task, String operation, ObjectNode body) {
    expect(call(TASK + escaped(task.id()) + "/" + operation, body));
  }

  private PlatformHttp.Answer call(String path, ObjectNode body) {
    try {
      return http.post(path, json.writeValueAsBytes(body), Duration.ZERO, true);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private ObjectNode body(LockedTask task) {
    return json.createObjectNode().put("workerId", task.workerId());
  }

  private void expect(PlatformHttp.Answer answer) {
    int status = answer.status();
    if (status / 100 != 2) {
      String text = text(answer);
      throw new TransportException(kind(status, text), status + ": " + text, null);
    }
  }

  private static Kind kind(int status, String text) {
    return switch (status) {
      case NOT_FOUND -> Kind.GONE;
      case CONFLICT -> Kind.CONFLICT;
      case UNAUTHORIZED, FORBIDDEN, TIMEOUT, TOO_MANY, BAD_GATEWAY, UNAVAILABLE -> Kind.LATER;
      case GATEWAY_TIMEOUT -> Kind.UNREACHABLE;
      default -> {
        if (status >= SERVER_ERROR) {
          yield Kind.FAILED;
        }
        yield isAboutTheLock(text) ? Kind.LOST : Kind.REFUSED;
      }
    };
  }

  /** The engine says in words alone that another worker has the task, or nobody. */
  private static boolean isAboutTheLock(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("by worker") || lower.contains("locked by");
  }

  private String text(PlatformHttp.Answer answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    try {
      JsonNode problem = json.readTree(text);
      for (String member : List.of("detail", "message", "title")) {
        if (problem.path(member).isTextual()) {
          return problem.path(member).textValue();
        }
      }
    } catch (JsonProcessingException e) {
      return text.substring(0, Math.min(text.length(), 200));
    }
    return text.substring(0, Math.min(text.length(), 200));
  }

  private static TransportException unreachable(IOException e) {
    return new TransportException(Kind.UNREACHABLE, String.valueOf(e.getMessage()), e);
  }

  private static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
