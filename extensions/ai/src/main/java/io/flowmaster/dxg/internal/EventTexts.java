package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.CaseFile.Event;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events of a history as sentences. */
final class EventTexts {
  /** Steps of the engine that nobody did; a timeline of them would hide what people did. */
  private static final Set<String> TECHNICAL =
      Set.of("ACTIVITY_STARTED", "ACTIVITY_COMPLETED", "VARIABLE_SET", "TASK_CREATED");

  private EventTexts() {}

  /** Whether a reader would want it in a short timeline. */
  static boolean matters(Event event) {
    return !TECHNICAL.contains(event.type());
  }

  /** Null for an event that says nothing to a reader. */
  static @Nullable String of(Event event, Reading reading) {
    Wording words = reading.words();
    JsonNode detail = event.detail();
    String place =
        event.activityName() == null || event.activityName().isBlank()
            ? event.activityId()
            : event.activityName();
    String text =
        switch (event.type()) {
          case "VARIABLE_SET", "VARIABLE_CHANGED", "VARIABLE_REMOVED" -> variable(event, reading);
          case "TASK_CREATED", "TASK_COMPLETED", "TASK_CANCELLED" ->
              words.event(event.type(), detail.path("name").asText(place));
          case "TASK_ASSIGNED", "TASK_UNASSIGNED" ->
              words.event(event.type(), place, detail.path("assignee").asText());
          case "MESSAGE_RECEIVED" -> words.event(event.type(), detail.path("message").asText());
          case "SIGNAL_RECEIVED" -> words.event(event.type(), detail.path("signal").asText());
          case "INCIDENT_OPENED", "JOB_FAILED", "WORK_FAILED" ->
              words.event(event.type(), place, Wording.cut(detail.path("message").asText()));
          case "ACTIVITY_COMPLETED" ->
              words.event(
                  event.type(),
                  place,
                  words.duration(Duration.ofMillis(detail.path("durationMillis").asLong())));
          default ->
              place == null && event.type().startsWith("ACTIVITY_")
                  ? null
                  : words.event(event.type(), place);
        };
    return text == null || event.actor() == null ? text : by(words, text, event.actor());
  }

  private static String by(Wording words, String text, String actor) {
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return words.say("event.by", bare, actor) + ".";
  }

  private static @Nullable String variable(Event event, Reading reading) {
    Wording words = reading.words();
    String name = event.detail().path("variable").asText();
    return words.event(
        event.type(),
        reading.label(name),
        words.value(reading.field(name), event.detail().path("new")),
        words.value(reading.field(name), event.detail().path("old")));
  }
}
