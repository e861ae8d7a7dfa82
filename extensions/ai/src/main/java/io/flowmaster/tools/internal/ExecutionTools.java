package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Request;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolOutcome;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What can be told of executions. */
@Component
class ExecutionTools {
  private static final String EXECUTION = "/executions/{id}";
  private static final int MOST_EVENTS = 1000;

  /** What a reader of the story can do without: each variable, each step through a gateway. */
  private static final Set<String> NOISE =
      Set.of("VARIABLE_SET", "VARIABLE_CHANGED", "ACTIVITY_STARTED", "EXECUTION_CHANGED");

  private static final List<String> STATUSES =
      List.of("RUNNING", "PAUSED", "COMPLETED", "CANCELLED", "FAILED");
  private final PlatformApi api;

  ExecutionTools(PlatformApi api) {
    this.api = api;
  }

  ToolOutcome find(ToolCall call) {
    JsonNode incident = call.arguments().path("hasIncident");
    return api.call(
            Request.get("/executions")
                .with("processKey", PlatformTools.text(call, "processKey"))
                .with("businessKey", PlatformTools.text(call, "businessKey"))
                .with("status", PlatformTools.text(call, "status"))
                .with("hasIncident", incident.isBoolean() ? incident.asBoolean() : null)
                .with("limit", call.arguments().path("limit").asInt(20)))
        .outcome();
  }

  ToolOutcome explain(ToolCall call) {
    String id = call.arguments().path("executionId").asText();
    call.progress().report(0, 3, "reading the execution");
    JsonNode execution = api.call(Request.get(EXECUTION, "id", id)).require();
    call.progress().report(1, 3, "reading its history");
    List<JsonNode> history =
        CatalogPages.all(api, Request.get(EXECUTION + "/history", "id", id), MOST_EVENTS);
    call.progress().report(2, 3, "reading its variables");
    JsonNode variables = api.call(Request.get(EXECUTION + "/variables", "id", id)).require();
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.set("execution", execution);
    value.set("variables", variables);
    history.stream()
        .filter(event -> !NOISE.contains(event.path("type").asText()))
        .forEach(value.putArray("history")::add);
    call.progress().report(3, 3, "done");
    return ToolOutcome.of(value, story(execution, history, variables));
  }

  private static String story(JsonNode execution, List<JsonNode> history, JsonNode variables) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s (version %s), %s, started %s by %s: %s.%n"
            .formatted(
                execution.path("processName").asText(execution.path("processKey").asText()),
                execution.path("version").asText(),
                execution.path("businessKey").isTextual()
                    ? "case " + execution.path("businessKey").asText()
                    : "without a business key",
                execution.path("startedAt").asText(),
                execution.path("startedBy").asText("the engine"),
                execution.path("status").asText()));
    execution
        .path("activities")
        .forEach(
            at ->
                text.append(
                    "It is at '%s' (%s) since %s.%n"
                        .formatted(
                            at.path("name").isTextual()
                                ? at.path("name").asText()
                                : at.path("activityId").asText(),
                            at.path("type").asText(),
                            at.path("since").asText())));
    execution
        .path("incidents")
        .forEach(
            incident ->
                text.append(
                    "It is stuck at '%s' since %s: %s%n"
                        .formatted(
                            incident.path("activityName").asText(),
                            incident.path("since").asText(),
                            incident.path("message").asText())));
    text.append("What happened:\n");
    history.stream()
        .filter(event -> !NOISE.contains(event.path("type").asText()))
        .forEach(event -> text.append(line(event)));
    text.append("Variables: ").append(variables);
    return text.toString();
  }

  private static String line(JsonNode event) {
    return "- %s %s%s%s%n"
        .formatted(
            event.path("at").asText(),
            event.path("type").asText(),
            event.path("activityName").isTextual()
                ? " '" + event.path("activityName").asText() + "'"
                : "",
            event.path("actor").isTextual() ? " by " + event.path("actor").asText() : "");
  }

  ToolOutcome metrics(ToolCall call) {
    Request counted =
        Request.get("/executions")
            .with("processKey", PlatformTools.text(call, "processKey"))
            .with("startedAfter", PlatformTools.text(call, "since"))
            .with("limit", 1)
            .with("count", true);
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    ObjectNode byStatus = value.putObject("byStatus");
    for (String status : STATUSES) {
      byStatus.set(status, api.call(counted.with("status", status)).require().path("total"));
    }
    value.set("withIncidents", api.call(counted.with("hasIncident", true)).require().path("total"));
    return ToolOutcome.of(value);
  }
}
