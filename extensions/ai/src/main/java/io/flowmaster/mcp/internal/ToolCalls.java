package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.mcp.internal.RunningRequests.Running;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolNotFound;
import io.flowmaster.tools.ToolOutcome;
import io.flowmaster.tools.ToolProgress;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tools as the protocol has them: listed, called, with a yes for what changes something. */
@Component
class ToolCalls {
  static final String DRY_RUN = "dryRun";
  static final String APPROVAL = "approval";
  private static final int PAGE = 100;
  private static final int LONGEST_TEXT = 200_000;
  private final ToolCatalog catalog;
  private final Approvals approvals;
  private final UserQuestions questions;
  private final McpProperties properties;
  private final ObjectMapper json;

  ToolCalls(
      ToolCatalog catalog,
      Approvals approvals,
      UserQuestions questions,
      McpProperties properties,
      ObjectMapper json) {
    this.catalog = catalog;
    this.approvals = approvals;
    this.questions = questions;
    this.properties = properties;
    this.json = json;
  }

  /** A page of the caller's tools. */
  ObjectNode list(String cursor) {
    int from = cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) : 0;
    List<Tool> all = catalog.tools();
    ObjectNode result = json.createObjectNode();
    ArrayNode tools = result.putArray("tools");
    all.stream().skip(from).limit(PAGE).map(tool -> listed(tool.description())).forEach(tools::add);
    if (from + PAGE < all.size()) {
      result.put("nextCursor", Integer.toString(from + PAGE));
    }
    return result;
  }

  private ObjectNode listed(ToolDescription tool) {
    Effects effects = tool.effects();
    ObjectNode listed = json.createObjectNode();
    listed.put("name", tool.name()).put("title", tool.title()).put("description", tool.text());
    listed.set("inputSchema", inputSchema(tool));
    if (tool.outputSchema() != null && effects.readOnly()) {
      listed.set("outputSchema", tool.outputSchema());
    }
    listed
        .putObject("annotations")
        .put("title", tool.title())
        .put("readOnlyHint", effects.readOnly())
        .put("destructiveHint", effects.destructive())
        .put("idempotentHint", effects.idempotent())
        .put("openWorldHint", effects.openWorld());
    listed.putObject("_meta").put("io.flowmaster/origin", tool.origin());
    return listed;
  }

  private ObjectNode inputSchema(ToolDescription tool) {
    ObjectNode schema =
        tool.inputSchema().isObject() ? tool.inputSchema().deepCopy() : json.createObjectNode();
    schema.put("type", "object");
    if (!tool.effects().readOnly() && properties.approval()) {
      ObjectNode members = schema.withObjectProperty("properties");
      members
          .putObject(DRY_RUN)
          .put("type", "boolean")
          .put("description", "true: tell what would happen, change nothing");
      members
          .putObject(APPROVAL)
          .put("type", "string")
          .put("description", "As the dry run of the same call gave it");
    }
    return schema;
  }

  /** One call. */
  CallToolResult call(CallToolRequest request, McpAsyncServerExchange exchange, Running running) {
    Tool tool =
        catalog
            .find(String.valueOf(request.name()))
            .orElseThrow(
                () ->
                    McpError.builder(ErrorCodes.INVALID_PARAMS)
                        .message(new ToolNotFound(String.valueOf(request.name())).getMessage())
                        .build());
    ObjectNode arguments =
        request.arguments() == null
            ? json.createObjectNode()
            : json.convertValue(request.arguments(), ObjectNode.class);
    ToolProgress progress = new ClientProgress(exchange, request.meta(), running.cancelled()::get);
    if (tool.description().effects().readOnly() || !properties.approval()) {
      return result(done(tool, arguments, key(request), false, progress));
    }
    boolean dryRun = arguments.path(DRY_RUN).asBoolean();
    String approval =
        arguments.path(APPROVAL).isTextual() ? arguments.path(APPROVAL).asText() : null;
    arguments.remove(List.of(DRY_RUN, APPROVAL));
    return approval != null && !dryRun
        ? approved(tool, arguments, approval, progress)
        : asked(tool, arguments, dryRun, exchange, progress);
  }

  private CallToolResult approved(
      Tool tool, ObjectNode arguments, String approval, ToolProgress progress) {
    return approvals
        .check(approval, tool.description().name(), arguments)
        .map(id -> result(done(tool, arguments, "mcp-" + id, false, progress)))
        .orElseGet(
            () ->
                refused(
                    "mcp-approval-refused",
                    "Nothing was done: the approval is for another call, or over. Try again with dryRun: true."));
  }

  private CallToolResult asked(
      Tool tool,
      ObjectNode arguments,
      boolean dryRun,
      McpAsyncServerExchange exchange,
      ToolProgress progress) {
    ToolOutcome tried = tried(tool, arguments, progress);
    if (tried.failed()) {
      return result(tried);
    }
    if (!dryRun && questions.canAsk(exchange)) {
      return questions.approves(exchange, tool.description(), arguments, tried.text())
          ? result(done(tool, arguments, null, false, progress))
          : refused("mcp-not-approved", "Nothing was done: the user did not approve it.");
    }
    String approval = approvals.give(tool.description().name(), arguments);
    ObjectNode value = json.createObjectNode();
    value.put("done", false).put(APPROVAL, approval);
    value.set("dryRun", tried.value());
    String text =
        tried.text()
            + "\nNothing was done yet. If it is wanted, call the tool again with the same arguments and "
            + APPROVAL
            + ": \""
            + approval
            + "\".";
    return result(new ToolOutcome(value, text, !dryRun));
  }

  private ToolOutcome tried(Tool tool, ObjectNode arguments, ToolProgress progress) {
    return tool.description().effects().dryRun()
        ? done(tool, arguments, null, true, progress)
        : ToolOutcome.of(
            json.createObjectNode().set("wouldCall", arguments),
            "It would call '" + tool.description().title() + "'.");
  }

  private ToolOutcome done(
      Tool tool,
      ObjectNode arguments,
      @Nullable String key,
      boolean dryRun,
      ToolProgress progress) {
    return catalog.call(tool.description().name(), new ToolCall(arguments, key, dryRun, progress));
  }

  private static @Nullable String key(CallToolRequest request) {
    Object key = request.meta() == null ? null : request.meta().get("io.flowmaster/idempotencyKey");
    return key instanceof String text && text.length() <= 200 ? text : null;
  }

  private CallToolResult refused(String code, String text) {
    return result(
        new ToolOutcome(
            json.createObjectNode()
                .put("done", false)
                .put("type", "urn:flowmaster:problem:" + code)
                .put("detail", text),
            text,
            true));
  }

  private CallToolResult result(ToolOutcome outcome) {
    String text = outcome.text();
    JsonNode value = outcome.value();
    return CallToolResult.builder()
        .addTextContent(
            text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "… (cut)" : text)
        .structuredContent(
            value.isObject()
                ? json.convertValue(value, Map.class)
                : Map.of("result", json.convertValue(value, Object.class)))
        .isError(outcome.failed())
        .build();
  }
}
