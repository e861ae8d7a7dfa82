package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.flowmaster.engine.FeelEngines;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Evaluates a form's FEEL expressions, each within a second: an expression that takes longer, or
 * that is wrong, has no value, as in the browser. External functions (Java calls) stay off.
 */
@Component
class FormFeel implements DisposableBean {
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int LONGEST_TEXT = 10_000;
  private static final Pattern HUGE_RANGE =
      Pattern.compile("\\bin\\s+-?\\d+\\s*\\.\\.\\s*-?\\d{6,}");
  private static final int STACK = 1 << 20;
  private final ObjectMapper json;
  private final FeelEngineApi feel;
  private final ThreadPoolExecutor threads;

  FormFeel(ObjectMapper json, Clock clock, FeelEngines engines) {
    this.json = json;
    this.feel = engines.bounded(() -> ZonedDateTime.now(clock));
    this.threads =
        new ThreadPoolExecutor(
            0, 8, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), FormFeel::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(null, work, "form-feel", STACK);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  /** Whether a schema value is an expression: text that begins with {@code =}. */
  static boolean isExpression(JsonNode value) {
    return value.isTextual() && value.textValue().startsWith("=");
  }

  /** The schema value itself, or what the expression gives; null JSON when it has no value. */
  JsonNode evaluate(JsonNode value, FormScope scope) {
    if (!isExpression(value)) {
      return value;
    }
    String text = value.textValue().substring(1);
    return json(run(() -> feel.evaluateExpression(text, scope.variables()), text));
  }

  /**
   * Whether a condition holds, as form-js tests it: as a FEEL unary test of nothing, so that a
   * condition without a value holds ({@code =amount > 5} while there is no amount) and one that is
   * wrong does not.
   */
  boolean holds(JsonNode condition, FormScope scope) {
    if (!isExpression(condition)) {
      return false;
    }
    String text = condition.textValue().substring(1);
    Object result = run(() -> feel.evaluateUnaryTests(text, null, scope.variables()), text);
    return Boolean.TRUE.equals(result) || evaluate(condition, scope).asBoolean(false);
  }

  private @Nullable Object run(java.util.concurrent.Callable<EvaluationResult> work, String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT || HUGE_RANGE.matcher(text).find()) {
      return null;
    }
    Future<EvaluationResult> running;
    try {
      running = threads.submit(work);
    } catch (RejectedExecutionException e) {
      return null;
    }
    try {
      EvaluationResult result = running.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      return result.isSuccess() ? result.result() : null;
    } catch (TimeoutException | ExecutionException e) {
      running.cancel(true);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private JsonNode json(@Nullable Object value) {
    if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
      return json.getNodeFactory().textNode(value.toString());
    }
    try {
      return value == null ? NullNode.getInstance() : json.valueToTree(value);
    } catch (IllegalArgumentException e) {
      return NullNode.getInstance();
    }
  }

  static Map<String, Object> object(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
    return map;
  }

  static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.decimalValue();
      case STRING -> node.textValue();
      case OBJECT -> object(node);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        node.forEach(element -> list.add(value(element)));
        yield list;
      }
      default -> null;
    };
  }
}
