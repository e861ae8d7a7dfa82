package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.InvalidSink;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.EventSink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The kinds of targets: webhooks, and what the areas contribute. */
@Component
class Sinks {
  private static final int MOST_CHARACTERS = 10_000;
  private final Map<String, EventSink> kinds = new TreeMap<>();
  private final CurrentActor current;

  Sinks(List<EventSink> sinks, CurrentActor current) {
    sinks.forEach(sink -> kinds.put(sink.kind(), sink));
    this.current = current;
  }

  /** A kind with its settings. */
  record Target(String kind, ObjectNode settings) {}

  /**
   * Reads {@code {url, …}} or {@code {<kind>: …}} for the current actor.
   *
   * @throws InvalidSink when nothing can be delivered so
   */
  Target target(ObjectNode sink) {
    if (sink.toString().length() > MOST_CHARACTERS) {
      throw new InvalidSink("A sink has at most " + MOST_CHARACTERS + " characters.");
    }
    if (sink.has(Webhook.URL)) {
      return new Target(Webhook.KIND, Webhook.check(sink));
    }
    String kind = sink.size() == 1 ? sink.fieldNames().next() : "";
    EventSink known = kinds.get(kind);
    if (known == null) {
      throw new InvalidSink(
          "A sink is {url, secret?}, or has one member of: " + String.join(", ", kinds.keySet()));
    }
    if (known.roles().stream().noneMatch(current.get()::has)) {
      throw new InvalidSink("Your roles do not allow subscriptions to " + kind + ".");
    }
    ObjectNode settings = settings(sink, kind);
    known.check(settings);
    return new Target(kind, settings);
  }

  /** A plain text is a setting of the kind's own name. */
  private static ObjectNode settings(ObjectNode sink, String kind) {
    JsonNode value = sink.get(kind);
    if (value instanceof ObjectNode object) {
      return object;
    }
    if (value.isTextual()) {
      return sink.objectNode().put(kind, value.asText());
    }
    throw new InvalidSink("The settings of " + kind + " are an object.");
  }

  static ObjectNode shown(SubscriptionRow row) {
    ObjectNode settings = row.sink();
    if (row.kind().equals(Webhook.KIND)) {
      return settings;
    }
    boolean isPlain = settings.size() == 1 && settings.path(row.kind()).isTextual();
    ObjectNode shown = settings.objectNode();
    shown.set(row.kind(), isPlain ? settings.get(row.kind()) : settings);
    return shown;
  }

  Optional<EventSink> find(String kind) {
    return Optional.ofNullable(kinds.get(kind));
  }
}
