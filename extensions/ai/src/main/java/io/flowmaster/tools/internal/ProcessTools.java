package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Answer;
import io.flowmaster.tools.PlatformApi.Request;
import io.flowmaster.tools.Tool;
import io.flowmaster.tools.ToolCall;
import io.flowmaster.tools.ToolDescription;
import io.flowmaster.tools.ToolDescription.Effects;
import io.flowmaster.tools.ToolNames;
import io.flowmaster.tools.ToolOutcome;
import io.flowmaster.tools.ToolProvider;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Each published process as a tool that starts it. The list is asked for each time, so that it is
 * the caller's own; what a version asks for never changes, so it is kept.
 */
@Component
@Order(10)
class ProcessTools implements ToolProvider {
  static final String PREFIX = "start_";
  private static final int LONGEST_TITLE = 200;
  private static final ObjectNode STARTED =
      SchemaText.object(
              """
              "id": {"type": "string"}, "processKey": {"type": "string"},
              "version": {"type": "integer"}, "status": {"type": "string"}""")
          .put("additionalProperties", true);
  private final PlatformApi api;
  private final CurrentActor current;
  private final ToolsProperties properties;
  private final StartForms forms;
  private final Cache<Version, ObjectNode> schemas =
      Caffeine.newBuilder().maximumSize(2_000).build();

  ProcessTools(
      PlatformApi api, CurrentActor current, ToolsProperties properties, ObjectMapper json) {
    this.api = api;
    this.current = current;
    this.properties = properties;
    this.forms = new StartForms(json);
  }

  private record Version(String tenant, String process, int version) {}

  @Override
  public List<Tool> tools() {
    return list(null).stream().map(process -> tool(process, null)).toList();
  }

  @Override
  public Optional<Tool> find(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return list(searchable(name)).stream()
        .filter(process -> name.equals(name(process)))
        .findFirst()
        .map(process -> tool(process, null));
  }

  /** What the name says of the key; null when it was made from one that has other characters. */
  private static @Nullable String searchable(String name) {
    String key = name.substring(PREFIX.length());
    return key.matches(".*_[0-9a-f]{8}") ? null : key;
  }

  private List<JsonNode> list(@Nullable String q) {
    return CatalogPages.all(
            api,
            Request.get("/processes").with("status", "PUBLISHED").with("sort", "name").with("q", q),
            properties.most())
        .stream()
        .filter(process -> process.path("latestVersion").isInt())
        .toList();
  }

  private Tool tool(JsonNode process, @Nullable Integer pin) {
    int version = pin == null ? process.path("latestVersion").asInt() : pin;
    return new VersionTool(process, version, describe(process, version));
  }

  private ToolDescription describe(JsonNode process, int version) {
    String name = process.path("name").asText();
    String about = process.path("description").asText();
    String text =
        (about.isEmpty() || "null".equals(about) ? "" : about.strip() + "\n")
            + "Starts the process '%s' (%s, version %d) and answers at once with the execution."
                .formatted(name, process.path("key").asText(), version);
    ObjectNode schema = SchemaText.object("", new String[0]);
    ObjectNode members = schema.withObjectProperty("properties");
    ObjectNode variables = variables(process, version);
    members.set("variables", variables);
    members
        .putObject("businessKey")
        .put("type", "string")
        .put("maxLength", 255)
        .put("description", "What the outside world calls this case");
    members
        .putObject("version")
        .put("type", "integer")
        .put("minimum", 1)
        .put("description", "Which published version to start; " + version + " when absent");
    if (variables.has("required")) {
      schema.withArray("required").add("variables");
    }
    String title = name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name;
    return new ToolDescription(
        name(process), title, text, schema, STARTED, Effects.WRITES, "process");
  }

  private ObjectNode variables(JsonNode process, int version) {
    String id = process.path("id").asText();
    Version key = new Version(current.tenant().value(), id, version);
    ObjectNode known = schemas.getIfPresent(key);
    if (known == null) {
      known = read(id, process.path("key").asText(), version);
      schemas.put(key, known);
    }
    return known.deepCopy();
  }

  private ObjectNode read(String id, String key, int version) {
    Answer files =
        api.call(
            Request.get("/processes/{id}/export", "id", id)
                .with("version", version)
                .with("format", "zip"));
    files.require();
    try {
      return forms
          .schema(files.content(), key)
          .orElseGet(() -> FormSchemas.object().put("description", "Any variables, by name"));
    } catch (IOException e) {
      throw new IllegalStateException("the export of a process cannot be read", e);
    }
  }

  private static String name(JsonNode process) {
    return ToolNames.of(PREFIX, process.path("key").asText());
  }

  /** Starts one version. */
  private final class VersionTool implements Tool {
    private final JsonNode process;
    private final int version;
    private final ToolDescription description;

    VersionTool(JsonNode process, int version, ToolDescription description) {
      this.process = process;
      this.version = version;
      this.description = description;
    }

    @Override
    public ToolDescription description() {
      return description;
    }

    @Override
    public Tool pinned(ObjectNode arguments) {
      int asked = arguments.path("version").asInt(version);
      return asked == version || asked < 1 ? this : tool(process, asked);
    }

    @Override
    public ToolOutcome call(ToolCall call) {
      ObjectNode body = call.arguments().deepCopy();
      body.put("processKey", process.path("key").asText()).put("version", version);
      if (call.dryRun()) {
        ObjectNode would = body.objectNode().put("dryRun", true);
        would.set("wouldStart", body);
        return ToolOutcome.of(
            would,
            "The variables fit. It would start '%s', version %d."
                .formatted(process.path("name").asText(), version));
      }
      Answer started = api.call(Request.post("/executions", body).once(call.key()));
      return started.ok()
          ? ToolOutcome.of(
              started.body(),
              "Started '%s', version %d, as execution %s."
                  .formatted(
                      process.path("name").asText(), version, started.body().path("id").asText()))
          : started.outcome();
    }
  }
}
