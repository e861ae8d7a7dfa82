package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as form-js writes them. */
final class FormDates {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile(
          "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)?");

  private FormDates() {}

  /** Says what to send when a value is not of the field's subtype; null when it is. */
  static @Nullable String fault(JsonNode field, JsonNode value) {
    if (FormText.empty(value)) {
      return null;
    }
    String text = value.isTextual() ? value.textValue() : "";
    int t = text.indexOf('T');
    return switch (field.path("subtype").asText("date")) {
      case "time" -> TIME.matcher(text).matches() ? null : "Send a time like 14:30 or 14:30+02:00.";
      case "datetime" ->
          t > 0
                  && date(text.substring(0, t)) != null
                  && TIME.matcher(text.substring(t + 1)).matches()
              ? null
              : "Send a date and time like 2026-03-31T14:30 or 2026-03-31T14:30Z.";
      default -> date(text) != null ? null : "Send a date like 2026-03-31.";
    };
  }

  /** Whether the date is over everywhere on earth: nobody knows the reader's time zone here. */
  static boolean isPast(JsonNode value, Clock clock) {
    LocalDate date = date(value.asText().split("T", 2)[0]);
    LocalDate earliest = clock.instant().atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
    return date != null && date.isBefore(earliest);
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
