package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.ExpressionFailed;
import io.flowmaster.platform.Feel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** FEEL about an event: its attributes and its data by their names. */
@Component
class EventFilter {
  private final Feel feel;

  EventFilter(Feel feel) {
    this.feel = feel;
  }

  /** Only a plain true lets an event through; a filter that fails on it does not. */
  boolean lets(@Nullable String filter, BusEvent event) {
    if (filter == null) {
      return true;
    }
    try {
      return feel.evaluate(filter, variables(event)).asBoolean(false);
    } catch (ExpressionFailed e) {
      return false;
    }
  }

  static Map<String, JsonNode> variables(BusEvent event) {
    Map<String, JsonNode> variables = new HashMap<>();
    variables.put("id", TextNode.valueOf(event.id()));
    variables.put("source", TextNode.valueOf(event.source()));
    variables.put("type", TextNode.valueOf(event.type()));
    variables.put("subject", text(event.subject()));
    variables.put("time", TextNode.valueOf(event.time().toString()));
    variables.put("data", event.data() == null ? NullNode.getInstance() : event.data());
    return variables;
  }

  private static JsonNode text(@Nullable String text) {
    return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
  }
}
