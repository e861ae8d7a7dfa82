package io.flowmaster.tasks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.VariableCondition;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of a request. */
final class Words {
  private static final String FIELD = "(due|priority|created|name|ended)";
  private static final Pattern SORT =
      Pattern.compile("(-?)" + FIELD + "(?:[:,](asc|desc)(?=,|$))?");

  /** Only one of the two ways to say a direction. */
  private static final Pattern SORTS =
      Pattern.compile("(?:(?:^|,)(?:-%1$s|%1$s(?:[:,](?:asc|desc))?)(?=,|$))+".formatted(FIELD));

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

  /** A direction may stand behind a comma, too, as in {@code due,desc}. */
  static List<TaskSearch.Sort> sort(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return List.of();
    }
    if (!SORTS.matcher(word).matches()) {
      throw new InvalidValue(
          "sort",
          "sort is due, priority, created, name or ended, with a leading - or :desc for descending, :asc for ascending; several with commas.");
    }
    return SORT.matcher(word).results().map(Words::sort).toList();
  }

  private static TaskSearch.Sort sort(MatchResult one) {
    TaskSearch.Sort.Field field =
        TaskSearch.Sort.Field.valueOf(one.group(2).toUpperCase(Locale.ROOT));
    boolean descending =
        !one.group(1).isEmpty()
            || "desc".equals(one.group(3))
            || (one.group(3) == null && field == TaskSearch.Sort.Field.PRIORITY);
    return new TaskSearch.Sort(field, descending);
  }

  static List<VariableCondition> variables(@Nullable Collection<String> conditions) {
    return conditions == null
        ? List.of()
        : conditions.stream().map(VariableCondition::parse).toList();
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
