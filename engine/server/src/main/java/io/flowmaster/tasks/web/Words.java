package io.flowmaster.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of a request. */
final class Words {
  private static final Pattern SORT =
      Pattern.compile("(-?)(due|priority|created|name|ended)(?:[:,](asc|desc))?");
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  private Words() {}

  static TaskSearch.@Nullable View view(@Nullable String word) {
    return word == null || word.isEmpty() ? null : constant(TaskSearch.View.class, "view", word);
  }

  static @Nullable TaskStatus status(@Nullable String word) {
    return word == null || word.isEmpty() ? null : constant(TaskStatus.class, "status", word);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(word)) {
        return constant;
      }
    }
    throw new InvalidValue(
        name,
        name
            + " is one of "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(c -> name.equals("status") ? c.name() : c.name().toLowerCase(Locale.ROOT))
                    .toList())
            + ".");
  }

  /** A NUL cannot be in any stored text, and PostgreSQL refuses it even in a question. */
  static @Nullable String text(String name, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw new InvalidValue(name, name + " must not contain the NUL character.");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }

  static TaskSearch.@Nullable Sort sort(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    Matcher matcher = SORT.matcher(word);
    if (!matcher.matches() || (!matcher.group(1).isEmpty() && matcher.group(3) != null)) {
      throw new InvalidValue(
          "sort",
          "sort is due, priority, created, name or ended, with a leading - or :desc for descending, :asc for ascending.");
    }
    TaskSearch.Sort.Field field =
        TaskSearch.Sort.Field.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
    boolean descending =
        !matcher.group(1).isEmpty()
            || "desc".equals(matcher.group(3))
            || (matcher.group(3) == null && field == TaskSearch.Sort.Field.PRIORITY);
    return new TaskSearch.Sort(field, descending);
  }

  static @Nullable Instant date(String pointer, @Nullable Instant at) {
    if (at != null && (at.isBefore(FIRST) || at.isAfter(LAST))) {
      throw new InvalidValue("date", pointer + " is a date in the years 1 to 9999.");
    }
    return at;
  }

  static @Nullable Duration within(@Nullable Duration time) {
    if (time != null && (time.isNegative() || time.compareTo(LONGEST) > 0)) {
      throw new InvalidValue("dueWithin", "dueWithin is a duration up to P3650D, for example P1D.");
    }
    return time;
  }

  static @Nullable JsonNode form(@Nullable JsonNode form) {
    if (form == null || form.isNull()) {
      return null;
    }
    if (!form.isObject() || !form.path("components").isArray()) {
      throw new InvalidValue(
          "form", "form is a form-js schema: an object with the member components.");
    }
    return form;
  }
}
