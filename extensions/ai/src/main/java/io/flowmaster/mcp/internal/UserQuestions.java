package io.flowmaster.mcp.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.tools.ToolDescription;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the person behind a client for a yes, where the client can (elicitation). */
@Component
class UserQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(UserQuestions.class);
  private static final int LONGEST = 2_000;
  private static final Map<String, Object> YES_OR_NO =
      Map.of(
          "type", "object",
          "properties",
              Map.of(
                  "approve",
                  Map.of("type", "boolean", "title", "Do it", "description", "Yes, do this")),
          "required", List.of("approve"));

  boolean canAsk(McpAsyncServerExchange exchange) {
    return exchange.getClientCapabilities() != null
        && exchange.getClientCapabilities().elicitation() != null;
  }

  /** No answer in time, and anything but a plain yes, is a no. */
  boolean approves(
      McpAsyncServerExchange exchange, ToolDescription tool, ObjectNode arguments, String would) {
    String message =
        "%s\n\n%s\n\n%s".formatted(tool.title(), cut(would), cut(arguments.toString()));
    try {
      ElicitResult answer =
          exchange.createElicitation(new ElicitRequest(message, YES_OR_NO)).block();
      return answer != null
          && answer.action() == ElicitResult.Action.ACCEPT
          && answer.content() != null
          && Boolean.TRUE.equals(answer.content().get("approve"));
    } catch (RuntimeException unanswered) {
      LOG.debug("nobody said yes", unanswered);
      return false;
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
