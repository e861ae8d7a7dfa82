package io.flowmaster.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem;

/**
 * What a call gave.
 *
 * @param value the result; when failed, the problem document (RFC 9457)
 * @param text the same in words, for a model or a person to read
 * @param failed whether it was refused or failed
 */
public record ToolOutcome(JsonNode value, String text, boolean failed) {

  /** A result that speaks for itself. */
  public static ToolOutcome of(JsonNode value) {
    return new ToolOutcome(value, value.toString(), false);
  }

  /** A result, and how to say it. */
  public static ToolOutcome of(JsonNode value, String text) {
    return new ToolOutcome(value, text, false);
  }

  /** A refusal as another API wrote it. */
  public static ToolOutcome refused(JsonNode problem) {
    String detail = problem.path("detail").asText(problem.path("title").asText("It failed."));
    StringBuilder text = new StringBuilder(detail);
    problem
        .path("errors")
        .forEach(
            error ->
                text.append('\n')
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText()));
    return new ToolOutcome(problem, text.toString(), true);
  }

  /** A refusal of this platform. */
  public static ToolOutcome refused(Problem problem) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("type", "urn:flowmaster:problem:" + problem.code());
    document.put("title", problem.kind().title());
    document.put("status", problem.kind().status());
    document.put("detail", problem.getMessage());
    problem
        .errors()
        .forEach(
            error ->
                document
                    .withArray("errors")
                    .addObject()
                    .put("pointer", error.pointer())
                    .put("detail", error.detail()));
    return refused(document);
  }
}
