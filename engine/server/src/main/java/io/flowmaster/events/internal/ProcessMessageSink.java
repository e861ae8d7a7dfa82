package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.InvalidSink;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.EventSink;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.ProcessTriggers;
import io.flowmaster.platform.Roles;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings an event to the process that waits for it, or starts one: {@code {"message": {"name":
 * "paid", "businessKey": "data.order", "variables": {"amount": "data.amount"}}}}. The keys and the
 * values of variables are FEEL about the event.
 */
@Component
class ProcessMessageSink implements EventSink {
  private static final Set<String> MEMBERS =
      Set.of("name", "processKey", "businessKey", "correlation", "variables");
  private final ProcessTriggers triggers;
  private final Feel feel;

  ProcessMessageSink(ProcessTriggers triggers, Feel feel) {
    this.triggers = triggers;
    this.feel = feel;
  }

  @Override
  public String kind() {
    return "message";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.ADMIN, Roles.DEVELOPER);
  }

  @Override
  public void check(ObjectNode settings) {
    settings
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                throw new InvalidSink("A message has no " + name + ".");
              }
            });
    if (settings.path("name").asText().isBlank()
        == settings.path("processKey").asText().isBlank()) {
      throw new InvalidSink("Give the name of a message, or the processKey of what to start.");
    }
    if (settings.hasNonNull("businessKey")) {
      feel.check(settings.path("businessKey").asText());
    }
    for (String part : Set.of("correlation", "variables")) {
      settings.path(part).forEach(expression -> feel.check(expression.asText()));
    }
  }

  @Override
  public void deliver(ObjectNode settings, BusEvent event) {
    Map<String, JsonNode> facts = EventFilter.variables(event);
    String businessKey = businessKey(settings, facts);
    Map<String, JsonNode> variables = values(settings.path("variables"), facts);
    if (settings.hasNonNull("processKey")) {
      triggers.start(settings.path("processKey").asText(), businessKey, variables);
    } else {
      triggers.correlate(
          settings.path("name").asText(),
          businessKey,
          values(settings.path("correlation"), facts),
          variables);
    }
  }

  private @Nullable String businessKey(ObjectNode settings, Map<String, JsonNode> facts) {
    if (!settings.hasNonNull("businessKey")) {
      return null;
    }
    JsonNode key = feel.evaluate(settings.path("businessKey").asText(), facts);
    return key.isNull() ? null : key.asText();
  }

  private Map<String, JsonNode> values(JsonNode expressions, Map<String, JsonNode> facts) {
    Map<String, JsonNode> values = new HashMap<>();
    expressions
        .properties()
        .forEach(each -> values.put(each.getKey(), feel.evaluate(each.getValue().asText(), facts)));
    return values;
  }
}
