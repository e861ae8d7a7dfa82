package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Answer;
import io.flowmaster.tools.PlatformApi.Request;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolCatalog;
import io.flowmaster.tools.ToolOutcome;
import io.modelcontextprotocol.spec.McpError;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What clients can read: diagrams of processes, decisions, documents, stories of executions. */
@Component
class McpResources {
  private static final Pattern URI =
      Pattern.compile("flowmaster://(processes|decisions|documents|executions)/([^/?#]{1,500})");
  private static final int PAGE = 100;
  private static final String XML = "application/xml";
  private final PlatformApi api;
  private final ToolCatalog tools;
  private final ObjectMapper json;

  McpResources(PlatformApi api, ToolCatalog tools, ObjectMapper json) {
    this.api = api;
    this.tools = tools;
    this.json = json;
  }

  /** Processes first, then documents; executions and decisions are found by tools. */
  ObjectNode list(String cursor) {
    ObjectNode result = json.createObjectNode();
    ArrayNode resources = result.putArray("resources");
    boolean inDocuments = cursor.startsWith("d:");
    String place = cursor.length() > 2 ? cursor.substring(2) : null;
    String next =
        inDocuments
            ? page(Request.get("/documents"), place, document -> document(document, resources))
            : page(
                Request.get("/processes").with("status", "PUBLISHED").with("sort", "name"),
                place,
                process -> process(process, resources));
    if (next != null) {
      result.put("nextCursor", (inDocuments ? "d:" : "p:") + next);
    } else if (!inDocuments) {
      result.put("nextCursor", "d:");
    }
    return result;
  }

  private interface Each {
    void take(JsonNode item);
  }

  /** Hands on a page's items; nothing where the caller may not list, or there is no such area. */
  private @Nullable String page(Request request, @Nullable String cursor, Each each) {
    Answer answer = api.call(request.with("limit", PAGE).with("cursor", cursor));
    if (answer.status() == 403 || answer.status() == 404) {
      return null;
    }
    JsonNode page = answer.require();
    page.path("items").forEach(each::take);
    return page.path("nextCursor").isTextual() ? page.path("nextCursor").asText() : null;
  }

  private static void process(JsonNode process, ArrayNode resources) {
    ObjectNode resource = resources.addObject();
    String key = process.path("key").asText();
    resource.put("uri", "flowmaster://processes/" + encoded(key));
    resource.put("name", key).put("title", process.path("name").asText());
    if (process.path("description").isTextual()
        && !process.path("description").asText().isEmpty()) {
      resource.put("description", process.path("description").asText());
    }
    resource.put("mimeType", XML);
  }

  private static void document(JsonNode document, ArrayNode resources) {
    ObjectNode resource = resources.addObject();
    resource.put("uri", "flowmaster://documents/" + encoded(document.path("id").asText()));
    resource.put("name", document.path("filename").asText());
    resource.put("description", document.path("mediaType").asText());
    resource.put("mimeType", "text/plain");
  }

  ObjectNode templates() {
    ObjectNode result = json.createObjectNode();
    ArrayNode templates = result.putArray("resourceTemplates");
    template(
        templates, "processes/{key}", "Process diagram", "The BPMN of the latest version", XML);
    template(templates, "decisions/{key}", "Decision model", "The DMN of the latest version", XML);
    template(templates, "documents/{id}", "Document", "The text of a document", "text/plain");
    template(
        templates,
        "executions/{id}",
        "Execution",
        "Where an execution stands and what happened",
        "text/plain");
    return result;
  }

  private static void template(
      ArrayNode templates, String uri, String name, String about, String type) {
    templates
        .addObject()
        .put("uriTemplate", "flowmaster://" + uri)
        .put("name", name)
        .put("description", about)
        .put("mimeType", type);
  }

  ObjectNode read(@Nullable String uri) {
    Matcher matcher = URI.matcher(String.valueOf(uri));
    if (!matcher.matches()) {
      throw McpError.RESOURCE_NOT_FOUND.apply(String.valueOf(uri));
    }
    String id = URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8);
    return switch (matcher.group(1)) {
      case "processes" -> contents(uri, XML, model("/processes", id, "bpmnXml"));
      case "decisions" -> contents(uri, XML, model("/rules", id, "dmnXml"));
      case "documents" -> contents(uri, "text/plain", text(id));
      default -> contents(uri, "text/plain", story(id));
    };
  }

  private String model(String path, String key, String member) {
    JsonNode list =
        api.call(Request.get(path).with("q", key).with("limit", 200)).require().path("items");
    JsonNode found =
        StreamSupport.stream(list.spliterator(), false)
            .filter(each -> key.equals(each.path("key").asText()))
            .filter(each -> each.path("latestVersion").isInt())
            .findFirst()
            .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(key));
    Request version =
        Request.get(
            path + "/{id}/versions/{version}",
            "id",
            found.path("id").asText(),
            "version",
            found.path("latestVersion").asText());
    return api.call(version).require().path(member).asText();
  }

  private String text(String id) {
    StringBuilder text = new StringBuilder();
    Optional<String> next = Optional.of("");
    while (next.isPresent() && text.length() < 1_000_000) {
      JsonNode page =
          api.call(
                  Request.get("/documents/{id}/text", "id", id)
                      .with("limit", 200)
                      .with("cursor", next.get().isEmpty() ? null : next.get()))
              .require();
      page.path("items").forEach(each -> text.append(each.path("text").asText()).append('\f'));
      next = Optional.ofNullable(page.path("nextCursor").textValue());
    }
    return text.toString();
  }

  private String story(String id) {
    ToolOutcome outcome =
        tools.call(
            "explain_execution", ToolCall.of(json.createObjectNode().put("executionId", id), null));
    if (outcome.failed()) {
      throw McpError.RESOURCE_NOT_FOUND.apply("flowmaster://executions/" + id);
    }
    return outcome.text();
  }

  private ObjectNode contents(String uri, String type, String text) {
    ObjectNode result = json.createObjectNode();
    result.putArray("contents").addObject().put("uri", uri).put("mimeType", type).put("text", text);
    return result;
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
