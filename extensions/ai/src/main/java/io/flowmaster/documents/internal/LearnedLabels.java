package io.flowmaster.documents.internal;

import io.flowmaster.documents.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sender writes before a value. It is learned where a person says which value is right, and
 * used to find the same field in the sender's next document.
 */
final class LearnedLabels {
  private static final int LONGEST = 60;
  private static final double SURE = 0.93;
  private static final Pattern GAP = Pattern.compile("\\t| {3,}");
  private static final Pattern NUMBER = Pattern.compile(Amounts.NUMBER);

  private LearnedLabels() {}

  /** What stands before the value in the text; empty when the value or a label is not there. */
  static Optional<String> learn(String field, String normalized, ReadText read) {
    for (int[] place : places(field, normalized, read)) {
      String before = read.lineBefore(place[0]);
      String label = last(before);
      if (label.isEmpty() && before.isBlank()) {
        int end = place[0] - before.length() - 1;
        label = end > 0 ? last(read.lineBefore(end)) : "";
      }
      if (label.chars().filter(Character::isLetter).count() >= 2 && label.length() <= LONGEST) {
        return Optional.of(label);
      }
    }
    return Optional.empty();
  }

  /** The last column of what stands before, without marks at its end. */
  private static String last(String line) {
    String[] columns = GAP.split(line.strip());
    String label = columns[columns.length - 1];
    return label.replaceAll("[\\s:#.=]+$", "").replaceAll("^[\\s:|·]+", "");
  }

  private static List<int[]> places(String field, String normalized, ReadText read) {
    List<int[]> places = new ArrayList<>();
    if (FieldKinds.isDate(field)) {
      Entities.in(read.text(), read.language(), Set.of(EntityType.DATE)).stream()
          .filter(each -> each.normalized().equals(normalized))
          .forEach(each -> places.add(new int[] {each.start(), each.end()}));
    } else if (FieldKinds.isMoney(field)) {
      for (Matcher m = NUMBER.matcher(read.text()); m.find(); ) {
        if (normalized.equals(FieldKinds.normalized(field, m.group(), read.language()))) {
          places.add(new int[] {m.start(), m.end()});
        }
      }
    } else {
      int at = read.text().indexOf(normalized);
      for (int n = 0; at >= 0 && n < 20; n++) {
        places.add(new int[] {at, at + normalized.length()});
        at = read.text().indexOf(normalized, at + 1);
      }
    }
    return places;
  }

  /** What stands behind the labels. */
  static List<Candidate> in(ReadText read, Map<String, String> labels) {
    List<Candidate> found = new ArrayList<>();
    labels.forEach((field, label) -> behind(field, label, read, SURE).ifPresent(found::add));
    return found;
  }

  /** The value of a field behind a label, in its line or in the next. */
  static Optional<Candidate> behind(String field, String label, ReadText read, double confidence) {
    String words =
        List.of(label.strip().split("\\s+")).stream()
            .map(Pattern::quote)
            .reduce((a, b) -> a + "\\s+" + b)
            .orElse("");
    Matcher m =
        Pattern.compile(
                "(?<!\\p{L})" + words + "(?!\\p{L})[\\s:#.=]{0,12}",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(read.text());
    while (m.find()) {
      Optional<Candidate> value = value(field, read, m.end(), confidence);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static Optional<Candidate> value(
      String field, ReadText read, int from, double confidence) {
    String text = read.text();
    int end = text.indexOf('\n', from);
    end = end < 0 ? text.length() : end;
    String rest = GAP.split(text.substring(from, end) + " ", 2)[0].strip();
    if (rest.isEmpty() || rest.length() > 200) {
      return Optional.empty();
    }
    if (FieldKinds.isDate(field)) {
      return Entities.in(text.substring(from, end), read.language(), Set.of(EntityType.DATE))
          .stream()
          .findFirst()
          .map(
              d ->
                  new Candidate(
                      field,
                      d.value(),
                      d.normalized(),
                      from + d.start(),
                      from + d.end(),
                      confidence,
                      Candidate.TEMPLATE));
    }
    String value = rest;
    if (FieldKinds.isMoney(field)) {
      Matcher number = NUMBER.matcher(text).region(from, end);
      if (!number.find()) {
        return Optional.empty();
      }
      value = number.group();
    } else if (field.toLowerCase(Locale.ROOT).endsWith("number")
        || field.equals("iban")
        || field.equals("vatId")) {
      value = field.endsWith("umber") ? rest.split("\\s")[0] : rest;
    }
    String normalized = FieldKinds.normalized(field, value, read.language());
    int start = text.indexOf(value, from);
    return normalized == null
        ? Optional.empty()
        : Optional.of(
            new Candidate(
                field,
                value,
                normalized,
                start,
                start + value.length(),
                confidence,
                Candidate.TEMPLATE));
  }
}
