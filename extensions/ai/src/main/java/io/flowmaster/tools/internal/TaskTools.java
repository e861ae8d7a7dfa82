package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Answer;
import io.flowmaster.tools.PlatformApi.Request;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolOutcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** What can be done with tasks. */
@Component
class TaskTools {
  private static final String TASK = "/tasks/{id}";
  private final PlatformApi api;
  private final ArgumentChecks checks;

  TaskTools(PlatformApi api, ArgumentChecks checks) {
    this.api = api;
    this.checks = checks;
  }

  /** What is one's own first, then what one may claim. */
  ToolOutcome mine(ToolCall call) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    ArrayNode items = value.putArray("items");
    int limit = call.arguments().path("limit").asInt(20);
    for (String view : List.of("mine", "group")) {
      JsonNode page =
          api.call(
                  Request.get("/tasks")
                      .with("view", view)
                      .with("q", PlatformTools.text(call, "q"))
                      .with("processKey", PlatformTools.text(call, "processKey"))
                      .with("limit", limit))
              .require();
      page.path("items").forEach(items::add);
    }
    String text =
        StreamSupport.stream(items.spliterator(), false)
            .map(TaskTools::line)
            .collect(Collectors.joining("\n"));
    return ToolOutcome.of(value, text.isEmpty() ? "No open tasks." : text);
  }

  private static String line(JsonNode task) {
    return "%s: %s (%s%s%s)"
        .formatted(
            task.path("id").asText(),
            task.path("name").asText(),
            task.path("processName").isTextual() ? task.path("processName").asText() : "no process",
            task.path("assignee").isTextual() ? "" : ", offered to you",
            task.path("overdue").asBoolean() ? ", overdue" : "");
  }

  ToolOutcome read(ToolCall call) {
    Answer answer = api.call(Request.get(TASK, "id", id(call)));
    if (!answer.ok()) {
      return answer.outcome();
    }
    ObjectNode task = ((ObjectNode) answer.body()).deepCopy();
    task.set("answerSchema", schema(task));
    task.remove("form");
    return ToolOutcome.of(task);
  }

  ToolOutcome complete(ToolCall call) {
    ObjectNode body = call.arguments().deepCopy();
    body.remove("taskId");
    if (call.dryRun()) {
      return tryOut(call, body);
    }
    Answer done =
        api.call(
            new Request(
                "PUT", "/tasks/{id}/respond", Map.of("id", id(call)), Map.of(), Map.of(), body));
    return done.ok()
        ? ToolOutcome.of(done.body(), "Completed '" + done.body().path("name").asText() + "'.")
        : done.outcome();
  }

  private ToolOutcome tryOut(ToolCall call, ObjectNode body) {
    JsonNode task = api.call(Request.get(TASK, "id", id(call))).require();
    ObjectNode would = JsonNodeFactory.instance.objectNode().put("dryRun", true);
    would.put("task", task.path("name").asText());
    would.set("wouldSet", body.path("variables"));
    boolean may =
        StreamSupport.stream(task.path("allowedActions").spliterator(), false)
            .map(JsonNode::asText)
            .anyMatch("RESPOND"::equals);
    if (!may) {
      return new ToolOutcome(
          would.put("possible", false), "You cannot complete this task as it stands now.", true);
    }
    try {
      checks.require(
          new ToolDescription(
              "complete_task",
              "",
              "",
              schema(task),
              null,
              ToolDescription.Effects.READS,
              "platform"),
          body.path("variables").isObject() ? body.path("variables") : would.objectNode());
    } catch (Problem refusal) {
      return ToolOutcome.refused(refusal);
    }
    return ToolOutcome.of(
        would.put("possible", true),
        "The answer fits. It would complete '%s'; the form has the last word on its conditions."
            .formatted(task.path("name").asText()));
  }

  private static ObjectNode schema(JsonNode task) {
    JsonNode form = task.at("/form/schema");
    return form.isObject() ? FormSchemas.variables(form) : FormSchemas.object();
  }

  private static String id(ToolCall call) {
    return call.arguments().path("taskId").asText();
  }
}
