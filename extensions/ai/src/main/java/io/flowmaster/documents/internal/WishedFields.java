package io.flowmaster.documents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a caller's schema: the properties of an object. */
final class WishedFields {
  private static final int MOST = 100;
  private static final int LONGEST = 100_000;
  private static final double LABELLED = 0.75;
  private final Map<String, JsonNode> properties = new TreeMap<>();

  /**
   * @throws InvalidValue when it is no schema of an object with properties
   */
  WishedFields(JsonNode schema) {
    JsonNode said = schema.path("properties");
    if (!said.isObject() || said.isEmpty() || said.size() > MOST) {
      throw new InvalidValue(
          "schema", "The schema describes an object with 1 to " + MOST + " properties.");
    }
    if (schema.toString().length() > LONGEST) {
      throw new InvalidValue("schema", "The schema has at most " + LONGEST + " characters.");
    }
    said.properties().forEach(each -> properties.put(each.getKey(), each.getValue()));
  }

  Set<String> names() {
    return properties.keySet();
  }

  /** What rules find for them: what we know by another name, and what stands behind their title. */
  List<Candidate> among(List<Candidate> known, ReadText read) {
    List<Candidate> found = new ArrayList<>();
    properties.forEach(
        (name, schema) -> {
          String ours = FieldKinds.known(name);
          known.stream()
              .filter(each -> each.field().equals(ours))
              .forEach(each -> found.add(renamed(each, name)));
          if (ours == null) {
            LearnedLabels.behind(name, title(name, schema), read, LABELLED)
                .map(each -> typed(each, schema, read.language()))
                .filter(each -> each != null)
                .ifPresent(found::add);
          }
        });
    return found;
  }

  private static String title(String name, JsonNode schema) {
    String title = schema.path("title").asText("");
    return title.isBlank()
        ? name.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[_\\-.]+", " ").strip()
        : title;
  }

  /** The candidate as the schema's type has it; null when it does not fit. */
  @Nullable Candidate typed(Candidate candidate, @Nullable String language) {
    JsonNode schema = properties.get(candidate.field());
    return schema == null ? null : typed(candidate, schema, language);
  }

  private static @Nullable Candidate typed(
      Candidate candidate, JsonNode schema, @Nullable String language) {
    String normalized = normalized(candidate, schema, language);
    return normalized == null
        ? null
        : new Candidate(
            candidate.field(),
            candidate.value(),
            normalized,
            candidate.start(),
            candidate.end(),
            candidate.confidence(),
            candidate.source().equals(Candidate.TEMPLATE) ? Candidate.LABEL : candidate.source());
  }

  private static @Nullable String normalized(
      Candidate candidate, JsonNode schema, @Nullable String language) {
    String value = candidate.value();
    String format = schema.path("format").asText();
    if (format.startsWith("date")) {
      return FieldKinds.date(value, language);
    }
    switch (schema.path("type").asText("string")) {
      case "number", "integer" -> {
        BigDecimal number =
            Amounts.parse(value.replaceAll("(?i)" + Amounts.CURRENCY, "").strip(), language);
        boolean whole = number == null || number.stripTrailingZeros().scale() <= 0;
        return number == null || schema.path("type").asText().equals("integer") && !whole
            ? null
            : number.toPlainString();
      }
      case "boolean" -> {
        String lower = value.toLowerCase(Locale.ROOT);
        return Set.of("true", "yes", "ja").contains(lower)
            ? "true"
            : Set.of("false", "no", "nein").contains(lower) ? "false" : null;
      }
      default -> {
        return schema.has("enum") && !holds(schema.path("enum"), value) ? null : value.strip();
      }
    }
  }

  private static boolean holds(JsonNode values, String value) {
    for (JsonNode each : values) {
      if (each.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static Candidate renamed(Candidate each, String name) {
    return new Candidate(
        name,
        each.value(),
        each.normalized(),
        each.start(),
        each.end(),
        each.confidence(),
        each.source());
  }
}
