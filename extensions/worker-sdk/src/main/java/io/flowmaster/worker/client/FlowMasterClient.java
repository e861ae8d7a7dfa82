package io.flowmaster.worker.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * What programs most often ask of the platform: executions, messages, tasks, and decisions. A bean
 * of every application that sets {@code flowmaster.worker.url}; what the platform refuses is a
 * {@link FlowMasterProblem}.
 *
 * <p>The API has more; {@code /v3/api-docs} of the platform describes all of it.
 */
public interface FlowMasterClient {

  /** The header under which a call that is made again has no second effect. */
  String IDEMPOTENCY_KEY = "Idempotency-Key";

  /**
   * Starts an execution.
   *
   * @param idempotencyKey the same key and start give the same execution; null for none
   */
  @PostExchange("/executions")
  Execution start(
      @RequestBody Start start,
      @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String idempotencyKey);

  /** Starts an execution of the newest version of a process. */
  default Execution start(String processKey, Map<String, ?> variables) {
    return start(new Start(processKey, null, variables, null), null);
  }

  /** An execution with its variables, places and incidents. */
  @GetExchange("/executions/{id}")
  Execution execution(@PathVariable String id);

  /**
   * A page of executions.
   *
   * @param processKey null for all processes
   * @param status for example {@code ACTIVE}; null for all
   * @param cursor {@link Page#nextCursor()} of the page before; null for the first
   */
  @GetExchange("/executions")
  Page<Execution> executions(
      @RequestParam(required = false) @Nullable String processKey,
      @RequestParam(required = false) @Nullable String businessKey,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam int limit);

  /** All variables of an execution. */
  @GetExchange("/executions/{id}/variables")
  Map<String, JsonNode> variables(@PathVariable String id);

  /** Sets variables of an execution; those not named stay. */
  @PutExchange("/executions/{id}/variables")
  Map<String, JsonNode> setVariables(
      @PathVariable String id, @RequestBody Map<String, ?> variables);

  /** Ends an execution. */
  @DeleteExchange("/executions/{id}")
  Execution cancel(@PathVariable String id);

  /** Gives a message to the execution that waits for it. */
  @PostExchange("/executions/messages")
  Correlation correlate(@RequestBody Message message);

  /** A page of the tasks that this client may see. */
  @GetExchange("/tasks")
  Page<Task> tasks(
      @RequestParam(required = false) @Nullable String executionId,
      @RequestParam(required = false) @Nullable String processKey,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam int limit);

  /** A task. */
  @GetExchange("/tasks/{id}")
  Task task(@PathVariable String id);

  /** Completes a task. */
  @PutExchange("/tasks/{id}/respond")
  Task respond(@PathVariable String id, @RequestBody Answer answer);

  /** Evaluates a decision of a rule set. */
  @PostExchange("/rules/{id}/evaluate")
  Evaluation evaluate(@PathVariable String id, @RequestBody Evaluate evaluate);

  /**
   * A start.
   *
   * @param version of the process; null for the newest
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Start(
      String processKey,
      @Nullable String businessKey,
      Map<String, ?> variables,
      @Nullable Integer version) {}

  /**
   * An execution.
   *
   * @param status for example {@code ACTIVE}, {@code COMPLETED}
   * @param endedAt null while it runs
   * @param variables null where they were not asked for
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Execution(
      String id,
      String processKey,
      String processName,
      int version,
      @Nullable String businessKey,
      String status,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Map<String, JsonNode> variables) {}

  /**
   * A message.
   *
   * @param businessKey of the execution that waits; null when the correlation tells
   * @param correlation variables by which the execution is known
   * @param ttl for how long the message waits for its execution, as an ISO-8601 duration
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Message(
      String name,
      @Nullable String businessKey,
      @Nullable Map<String, ?> correlation,
      @Nullable Map<String, ?> variables,
      @Nullable String ttl) {

    /** For the execution with this business key. */
    public static Message of(String name, String businessKey, Map<String, ?> variables) {
      return new Message(name, businessKey, null, variables, null);
    }
  }

  /**
   * Where a message went.
   *
   * @param executions ids of those that got it; empty while it waits
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Correlation(String name, List<JsonNode> executions, @Nullable JsonNode parked) {}

  /** A task for a person. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Task(
      String id,
      @Nullable String name,
      String status,
      @Nullable String assignee,
      @Nullable List<String> candidateGroups,
      @Nullable String executionId,
      @Nullable String processKey,
      @Nullable String activityId,
      int priority,
      @Nullable Instant dueAt,
      long revision,
      @Nullable Map<String, JsonNode> variables) {}

  /**
   * What was entered into a task's form.
   *
   * @param outcome the way that was chosen, where the task has several
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(Map<String, ?> variables, @Nullable String outcome, @Nullable String comment) {

    /** An answer of variables alone. */
    public static Answer of(Map<String, ?> variables) {
      return new Answer(variables, null, null);
    }
  }

  /**
   * A question to a rule set.
   *
   * @param decisionId null for its main decision
   * @param version null for the published one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Evaluate(
      @Nullable String decisionId, Map<String, ?> variables, @Nullable Integer version) {}

  /** What a decision came to. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Evaluation(String decisionId, int version, JsonNode result) {}

  /**
   * A page.
   *
   * @param nextCursor for the page after this one; null when it is the last
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Page<T>(List<T> items, @Nullable String nextCursor) {}
}
