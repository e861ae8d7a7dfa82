package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Request;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolArgumentsRefused;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolNames;
import io.flowmaster.tools.ToolOutcome;
import io.flowmaster.tools.ToolProvider;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The few things that people come for, whichever processes and decisions there are. */
@Component
@Order(0)
class PlatformTools implements ToolProvider {
  private static final String LIMIT =
      """
      "limit": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}""";
  private static final String VARIABLES =
      """
      "variables": {"type": "object", "description": "By name, as plain JSON"}""";
  private final PlatformApi api;
  private final TaskTools tasks;
  private final ExecutionTools executions;
  private final ObjectProvider<ToolCatalog> catalog;
  private final List<Tool> all;

  PlatformTools(
      PlatformApi api,
      TaskTools tasks,
      ExecutionTools executions,
      ObjectProvider<ToolCatalog> catalog) {
    this.api = api;
    this.tasks = tasks;
    this.executions = executions;
    this.catalog = catalog;
    this.all =
        List.of(
            findProcesses(),
            startProcess(),
            myTasks(),
            readTask(),
            completeTask(),
            findDecisions(),
            evaluate(),
            findExecutions(),
            explain(),
            metrics());
  }

  @Override
  public List<Tool> tools() {
    return all;
  }

  private Tool findProcesses() {
    return tool(
        "find_processes",
        "Find processes",
        "Lists the published processes, with key, name, description and latest version. Start one with start_process, or with its own tool start_<key>, which says what it needs.",
        SchemaText.object(
            "\"q\": {\"type\": \"string\", \"maxLength\": 200, \"description\": \"Part of name, key or description\"},"
                + LIMIT),
        Effects.READS,
        call ->
            api.call(
                    Request.get("/processes")
                        .with("status", "PUBLISHED")
                        .with("q", text(call, "q"))
                        .with("limit", call.arguments().path("limit").asInt(20)))
                .outcome());
  }

  private Tool startProcess() {
    return tool(
        "start_process",
        "Start a process",
        "Starts a published process by its key. The variables are checked against its start form. With a dry run it only tells what would happen.",
        SchemaText.object(
            """
            "processKey": {"type": "string", "maxLength": 255, "description": "As find_processes tells it"},
            "businessKey": {"type": "string", "maxLength": 255, "description": "What the outside world calls this case"},
            "version": {"type": "integer", "minimum": 1, "description": "The latest one when absent"},
            """
                + VARIABLES,
            "processKey"),
        Effects.WRITES,
        this::start);
  }

  /** By the process's own tool, so that both check the same. */
  private ToolOutcome start(ToolCall call) {
    ObjectNode rest = call.arguments().deepCopy();
    String key = rest.remove("processKey").asText();
    String name = ToolNames.of(ProcessTools.PREFIX, key);
    if (catalog.getObject().find(name).isEmpty()) {
      throw new ToolArgumentsRefused(
          "start_process",
          List.of(new FieldError("/processKey", "There is no published process '" + key + "'.")));
    }
    return catalog
        .getObject()
        .call(name, new ToolCall(rest, call.key(), call.dryRun(), call.progress()));
  }

  private Tool myTasks() {
    return tool(
        "my_tasks",
        "My tasks",
        "Lists the open tasks that are assigned or offered to you, the most urgent first.",
        SchemaText.object(
            """
            "q": {"type": "string", "maxLength": 200, "description": "Words in the task, its process or its case"},
            "processKey": {"type": "string", "maxLength": 255},
            """
                + LIMIT),
        Effects.READS,
        tasks::mine);
  }

  private Tool readTask() {
    return tool(
        "read_task",
        "Read a task",
        "Shows a task with its variables, what its answer must hold (answerSchema), and what you may do with it.",
        SchemaText.object("\"taskId\": {\"type\": \"string\", \"maxLength\": 64}", "taskId"),
        Effects.READS,
        tasks::read);
  }

  private Tool completeTask() {
    return tool(
        "complete_task",
        "Complete a task",
        "Answers a task and completes it. The task's form checks the variables; read_task tells what it needs. With a dry run it only tells what would happen.",
        SchemaText.object(
            """
            "taskId": {"type": "string", "maxLength": 64},
            "outcome": {"type": "string", "maxLength": 255, "description": "The choice that ends the task, where it has choices"},
            "comment": {"type": "string", "maxLength": 2000, "description": "Kept with the task"},
            """
                + VARIABLES,
            "taskId"),
        new Effects(false, true, true, true, false),
        tasks::complete);
  }

  private Tool findDecisions() {
    return tool(
        "find_decisions",
        "Find decisions",
        "Lists the published business rules, with key, name and latest version. Evaluate one with evaluate_decision, or with its own tool decide_<key>.",
        SchemaText.object(
            "\"q\": {\"type\": \"string\", \"maxLength\": 200, \"description\": \"Part of name or key\"},"
                + LIMIT),
        Effects.READS,
        call ->
            api.call(
                    Request.get("/rules")
                        .with("status", "PUBLISHED")
                        .with("q", text(call, "q"))
                        .with("limit", call.arguments().path("limit").asInt(20)))
                .outcome());
  }

  private Tool evaluate() {
    return tool(
        "evaluate_decision",
        "Evaluate a decision",
        "Evaluates published business rules by their key: the result, the rules that matched and why. Changes nothing.",
        SchemaText.object(
            """
            "key": {"type": "string", "maxLength": 100, "description": "As find_decisions tells it"},
            "decisionId": {"type": "string", "maxLength": 255, "description": "The topmost decision when absent"},
            "version": {"type": "integer", "minimum": 1, "description": "The latest one when absent"},
            """
                + VARIABLES,
            "key",
            "variables"),
        Effects.READS,
        call -> {
          ObjectNode rest = call.arguments().deepCopy();
          String key = rest.remove("key").asText();
          String name = ToolNames.of(DecisionTools.PREFIX, key);
          if (catalog.getObject().find(name).isEmpty()) {
            throw new ToolArgumentsRefused(
                "evaluate_decision",
                List.of(new FieldError("/key", "There are no published rules '" + key + "'.")));
          }
          return catalog.getObject().call(name, ToolCall.of(rest, null));
        });
  }

  private Tool findExecutions() {
    return tool(
        "find_executions",
        "Find executions",
        "Lists executions of processes, newest first: where they stand and whether they have incidents.",
        SchemaText.object(
            """
            "processKey": {"type": "string", "maxLength": 255},
            "businessKey": {"type": "string", "maxLength": 255, "description": "Exact, or a beginning with * at its end"},
            "status": {"enum": ["RUNNING", "PAUSED", "COMPLETED", "CANCELLED", "FAILED"]},
            "hasIncident": {"type": "boolean"},
            """
                + LIMIT),
        Effects.READS,
        executions::find);
  }

  private Tool explain() {
    return tool(
        "explain_execution",
        "Explain an execution",
        "Tells what an execution is about, where it stands and why: its tokens, incidents, and what happened with who did it.",
        SchemaText.object(
            "\"executionId\": {\"type\": \"string\", \"maxLength\": 64}", "executionId"),
        Effects.READS,
        executions::explain);
  }

  private Tool metrics() {
    return tool(
        "process_metrics",
        "Process metrics",
        "Counts the executions of a process by status, and those with incidents, since a time.",
        SchemaText.object(
            """
            "processKey": {"type": "string", "maxLength": 255, "description": "All processes when absent"},
            "since": {"type": "string", "description": "An instant, for example 2026-01-01T00:00:00Z"}"""),
        Effects.READS,
        executions::metrics);
  }

  static @Nullable String text(ToolCall call, String name) {
    JsonNode value = call.arguments().get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static Tool tool(
      String name,
      String title,
      String text,
      ObjectNode schema,
      Effects effects,
      Function<ToolCall, ToolOutcome> work) {
    return new NamedTool(
        new ToolDescription(name, title, text, schema, null, effects, "platform"), work);
  }
}
