package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.tools.PlatformApi;
import io.flowmaster.tools.PlatformApi.Answer;
import io.flowmaster.tools.PlatformApi.Request;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** The tenant's prompts: the version in production, or the latest where none is. */
@Component
class McpPrompts {
  private static final int PAGE = 50;
  private final PlatformApi api;
  private final ObjectMapper json;

  McpPrompts(PlatformApi api, ObjectMapper json) {
    this.api = api;
    this.json = json;
  }

  /** Nothing for callers who may not list prompts. */
  ObjectNode list(String cursor) {
    ObjectNode result = json.createObjectNode();
    ArrayNode prompts = result.putArray("prompts");
    Answer answer =
        api.call(
            Request.get("/prompts")
                .with("limit", PAGE)
                .with("cursor", cursor.isEmpty() ? null : cursor));
    if (answer.status() == 403 || answer.status() == 404) {
      return result;
    }
    JsonNode page = answer.require();
    page.path("items").forEach(prompt -> listed(prompt, prompts.addObject()));
    if (page.path("nextCursor").isTextual()) {
      result.put("nextCursor", page.path("nextCursor").asText());
    }
    return result;
  }

  private void listed(JsonNode prompt, ObjectNode into) {
    into.put("name", prompt.path("name").asText());
    into.put("description", prompt.path("description").asText());
    ArrayNode arguments = into.putArray("arguments");
    for (JsonNode variable : version(prompt).path("variables")) {
      arguments
          .addObject()
          .put("name", variable.path("name").asText())
          .put("description", variable.path("description").asText(""))
          .put(
              "required",
              variable.path("fallback").isMissingNode() || variable.path("fallback").isNull());
    }
  }

  ObjectNode get(GetPromptRequest request) {
    JsonNode prompt = named(String.valueOf(request.name()));
    ObjectNode body = json.createObjectNode().put("version", number(prompt));
    ObjectNode variables = body.putObject("variables");
    JsonNode declared = version(prompt).path("variables");
    Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
    given.forEach((name, value) -> variables.set(name, typed(declared, name, value)));
    JsonNode rendered =
        api.call(Request.post("/prompts/{id}/render", body, "id", prompt.path("id").asText()))
            .require();
    ObjectNode result = json.createObjectNode();
    result.put("description", prompt.path("description").asText());
    result
        .putArray("messages")
        .addObject()
        .put("role", "user")
        .putObject("content")
        .put("type", "text")
        .put("text", rendered.path("text").asText());
    return result;
  }

  private JsonNode named(String name) {
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String cursor = next.get();
      JsonNode page =
          api.call(
                  Request.get("/prompts")
                      .with("limit", 200)
                      .with("cursor", cursor.isEmpty() ? null : cursor))
              .require();
      Optional<JsonNode> found =
          StreamSupport.stream(page.path("items").spliterator(), false)
              .filter(prompt -> name.equals(prompt.path("name").asText()))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      next = Optional.ofNullable(page.path("nextCursor").textValue());
    }
    throw McpError.builder(ErrorCodes.INVALID_PARAMS)
        .message("There is no prompt '" + name + "' for you here.")
        .build();
  }

  private static int number(JsonNode prompt) {
    return prompt.at("/labels/production").asInt(prompt.path("latestVersion").asInt());
  }

  private JsonNode version(JsonNode prompt) {
    return api.call(
            Request.get(
                "/prompts/{id}/versions/{version}",
                "id",
                prompt.path("id").asText(),
                "version",
                Integer.toString(number(prompt))))
        .require();
  }

  /** The protocol's arguments are texts; where another type is declared, the text is its JSON. */
  private JsonNode typed(JsonNode declared, String name, Object value) {
    JsonNode plain = json.valueToTree(value);
    boolean isText =
        StreamSupport.stream(declared.spliterator(), false)
            .filter(variable -> name.equals(variable.path("name").asText()))
            .allMatch(variable -> "STRING".equals(variable.path("type").asText("STRING")));
    if (isText || !plain.isTextual()) {
      return plain;
    }
    try {
      return json.readTree(plain.asText());
    } catch (JsonProcessingException notJson) {
      return plain;
    }
  }
}
