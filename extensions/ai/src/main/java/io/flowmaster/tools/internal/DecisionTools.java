package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each published rule set as a tool that evaluates it and tells why. */
@Component
@Order(20)
class DecisionTools implements ToolProvider {
  static final String PREFIX = "decide_";
  private final PlatformApi api;
  private final CurrentActor current;
  private final ToolsProperties properties;
  private final Cache<Version, DecisionInputs> inputs =
      Caffeine.newBuilder().maximumSize(2_000).build();

  DecisionTools(PlatformApi api, CurrentActor current, ToolsProperties properties) {
    this.api = api;
    this.current = current;
    this.properties = properties;
  }

  private record Version(String tenant, String rules, int version) {}

  @Override
  public List<Tool> tools() {
    return list(null).stream().map(rules -> tool(rules, latest(rules))).toList();
  }

  @Override
  public Optional<Tool> find(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String key = name.substring(PREFIX.length());
    return list(key.matches(".*_[0-9a-f]{8}") ? null : key).stream()
        .filter(rules -> name.equals(ToolNames.of(PREFIX, rules.path("key").asText())))
        .findFirst()
        .map(rules -> tool(rules, latest(rules)));
  }

  private List<JsonNode> list(@Nullable String q) {
    return CatalogPages.all(
            api, Request.get("/rules").with("status", "PUBLISHED").with("q", q), properties.most())
        .stream()
        .filter(rules -> rules.path("latestVersion").isInt())
        .toList();
  }

  private static int latest(JsonNode rules) {
    return rules.path("latestVersion").asInt();
  }

  private Tool tool(JsonNode rules, int version) {
    return new VersionTool(rules, version, describe(rules, version));
  }

  private ToolDescription describe(JsonNode rules, int version) {
    String name = rules.path("name").asText();
    DecisionInputs needs = needs(rules.path("id").asText(), version);
    ObjectNode schema = SchemaText.object("", "variables");
    ObjectNode members = schema.withObjectProperty("properties");
    members.set("variables", needs.schema().deepCopy());
    if (needs.decisions().size() > 1) {
      ObjectNode decision =
          members
              .putObject("decisionId")
              .put("type", "string")
              .put("description", "Which of its decisions; the topmost one when absent");
      needs.decisions().forEach(decision.putArray("enum")::add);
    }
    members
        .putObject("version")
        .put("type", "integer")
        .put("minimum", 1)
        .put("description", "Which published version to evaluate; " + version + " when absent");
    return new ToolDescription(
        ToolNames.of(PREFIX, rules.path("key").asText()),
        name.length() > 200 ? name.substring(0, 200) : name,
        "Evaluates the business rules '%s' (%s, version %d): the result, the rules that matched and why. Changes nothing."
            .formatted(name, rules.path("key").asText(), version),
        schema,
        null,
        Effects.READS,
        "decision");
  }

  private DecisionInputs needs(String id, int version) {
    Version key = new Version(current.tenant().value(), id, version);
    DecisionInputs known = inputs.getIfPresent(key);
    if (known == null) {
      JsonNode read =
          api.call(
                  Request.get(
                      "/rules/{id}/versions/{version}",
                      "id",
                      id,
                      "version",
                      Integer.toString(version)))
              .require();
      known = DecisionInputs.of(read.path("dmnXml").asText().getBytes(StandardCharsets.UTF_8));
      inputs.put(key, known);
    }
    return known;
  }

  /** Evaluates one version. */
  private final class VersionTool implements Tool {
    private final JsonNode rules;
    private final int version;
    private final ToolDescription description;

    VersionTool(JsonNode rules, int version, ToolDescription description) {
      this.rules = rules;
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
      return asked == version || asked < 1 ? this : tool(rules, asked);
    }

    @Override
    public ToolOutcome call(ToolCall call) {
      ObjectNode body = call.arguments().deepCopy();
      body.put("version", version);
      Answer answer =
          api.call(Request.post("/rules/{id}/evaluate", body, "id", rules.path("id").asText()));
      return answer.outcome();
    }
  }
}
