package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TenantId;
import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.FatalError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works service tasks that name an integration or a connector. */
@Component
class ConnectorWorker {
  private static final int RETRIES = 4;
  private final TaskCalls calls;
  private final Feel feel;

  ConnectorWorker(TaskCalls calls, Feel feel) {
    this.calls = calls;
    this.feel = feel;
  }

  @Worker(value = TaskParameters.TOPIC, retries = RETRIES)
  Map<String, JsonNode> work(Map<String, JsonNode> variables, WorkerContext context) {
    if (context.tenant() == null) {
      throw new FatalError("The task belongs to no tenant, so it has no integrations");
    }
    TaskValues values = new TaskValues(feel, variables);
    try {
      JsonNode response = calls.execute(new TenantId(context.tenant()), values, context.taskId());
      return results(values, response);
    } catch (CallDeferred e) {
      throw RetryLater.atNoCost(e.getMessage(), e.after());
    } catch (ConnectorProblem e) {
      throw failed(values, e, context);
    } catch (Problem e) {
      throw new FatalError(explained(e), e);
    }
  }

  private static Map<String, JsonNode> results(TaskValues values, @Nullable JsonNode response) {
    JsonNode answer = response == null ? JsonNodeFactory.instance.nullNode() : response;
    Map<String, JsonNode> results = new HashMap<>();
    String variable = values.text(TaskParameters.RESULT_VARIABLE);
    if (variable != null) {
      results.put(variable, answer);
    }
    JsonNode mapped = values.evaluated(TaskParameters.RESULT, Map.of("response", answer));
    if (mapped != null && mapped.isObject()) {
      mapped.properties().forEach(each -> results.put(each.getKey(), each.getValue()));
    } else if (mapped != null && !mapped.isNull()) {
      throw new FatalError(
          "The result expression gives no context, whose members become variables");
    }
    return results;
  }

  private static RuntimeException failed(
      TaskValues values, ConnectorProblem problem, WorkerContext context) {
    Map<String, JsonNode> known = new HashMap<>();
    known.put("error", told(problem));
    known.put("attempt", JsonNodeFactory.instance.numberNode(attempt(context)));
    try {
      JsonNode code = values.evaluated(TaskParameters.ERRORS, known);
      if (code != null && code.isTextual() && !code.asText().isBlank()) {
        return new BusinessError(code.asText(), problem.getMessage());
      }
      if (!problem.mayPass()) {
        return new FatalError(problem.getMessage(), problem);
      }
      JsonNode pause = values.evaluated(TaskParameters.BACKOFF, known);
      return pause == null || pause.isNull()
          ? new RetryLater(problem.getMessage(), problem)
          : new RetryLater(problem.getMessage(), Duration.parse(pause.asText()));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return new FatalError("The backoff expression gives no duration above zero", problem);
    } catch (Problem e) {
      return new FatalError(explained(e), problem);
    }
  }

  private static ObjectNode told(ConnectorProblem problem) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.put("code", problem.code());
    told.put("message", problem.getMessage());
    told.put("retryable", problem.mayPass());
    told.set("answer", problem.answer());
    return told;
  }

  private static int attempt(WorkerContext context) {
    return Math.max(1, RETRIES - context.retriesLeft() + 1);
  }

  private static String explained(Problem e) {
    return e.errors().isEmpty()
        ? e.getMessage()
        : e.errors().stream()
            .map(error -> error.pointer() + " " + error.detail())
            .collect(Collectors.joining("; "));
  }
}
