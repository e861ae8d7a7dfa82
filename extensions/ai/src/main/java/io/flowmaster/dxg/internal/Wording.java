package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.Option;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Says things in English or German. Times are UTC, as a reader elsewhere may be anywhere. */
final class Wording {
  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);
  private static final Wording GERMAN = new Wording(Locale.GERMAN);
  private static final int LONGEST = 200;
  private static final int MOST_MEMBERS = 5;

  private final Locale locale;
  private final ResourceBundle words;
  private final DateTimeFormatter moments;

  private Wording(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "io.flowmaster.dxg.words",
            locale,
            Wording.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.moments =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneOffset.UTC);
  }

  static Wording of(Locale locale) {
    return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
  }

  Locale locale() {
    return locale;
  }

  String say(String key, @Nullable Object... with) {
    return new MessageFormat(words.getString(key), locale).format(with);
  }

  /** What an event's type is called, or null for one that is not worth telling. */
  @Nullable String event(String type, @Nullable Object... with) {
    return words.containsKey("event." + type) ? say("event." + type, with) : null;
  }

  String moment(Instant at) {
    return moments.format(at) + " UTC";
  }

  String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  /** The two largest units. */
  String duration(Duration duration) {
    Duration positive = duration.abs();
    long days = positive.toDays();
    int hours = positive.toHoursPart();
    if (days > 0) {
      return hours == 0 || days > 6
          ? say("days", days)
          : say("and", say("days", days), say("hours", hours));
    }
    int minutes = positive.toMinutesPart();
    if (hours > 0) {
      return minutes == 0
          ? say("hours", hours)
          : say("and", say("hours", hours), say("minutes", minutes));
    }
    return say("minutes", minutes);
  }

  /** A value of a field as its form shows it. */
  String value(@Nullable Field field, JsonNode value) {
    if (field != null) {
      for (Option option : field.options()) {
        if (option.value().equals(value)) {
          return option.label();
        }
      }
    }
    return value(value);
  }

  /** Any value, cut when it is long. */
  String value(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return say("nothing");
    }
    if (value.isBoolean()) {
      return say(value.booleanValue() ? "yes" : "no");
    }
    if (value.isNumber()) {
      return number(value.doubleValue());
    }
    return value.isContainerNode() ? members(value) : text(value.asText());
  }

  private String text(String text) {
    try {
      return text.length() >= 20 && text.charAt(4) == '-' ? moment(Instant.parse(text)) : cut(text);
    } catch (DateTimeParseException plain) {
      return cut(text);
    }
  }

  static String cut(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private String members(JsonNode node) {
    List<String> members = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> members.add(each.isContainerNode() ? "…" : value(each)));
    } else {
      node.properties()
          .forEach(
              each ->
                  members.add(
                      each.getKey()
                          + ": "
                          + (each.getValue().isContainerNode() ? "…" : value(each.getValue()))));
    }
    int more = members.size() - MOST_MEMBERS;
    String first = String.join(", ", members.subList(0, Math.min(members.size(), MOST_MEMBERS)));
    return more > 0 ? say("more", first, more) : first;
  }
}
