package io.flowmaster.documents.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as German and English texts write them. */
final class Dates {
  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern GERMAN =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d{2})(?![\\d.])");
  private static final Pattern SLASHED =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\d/])");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mär", 3),
          Map.entry("mar", 3),
          Map.entry("mrz", 3),
          Map.entry("apr", 4),
          Map.entry("mai", 5),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("okt", 10),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dez", 12),
          Map.entry("dec", 12));
  private static final String MONTH =
      "(Jan(?:uar|uary)?|Jän(?:ner)?|Feb(?:ruar|ruary)?|Mär(?:z)?|Mrz|Mar(?:ch)?|Apr(?:il)?|Mai|May|Jun[ie]?|Jul[iy]?"
          + "|Aug(?:ust)?|Sep(?:t(?:ember)?)?|O[kc]t(?:ober)?|Nov(?:ember)?|De[zc](?:ember)?)";
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s{1,2}"
              + MONTH
              + "\\.?,?\\s{1,2}(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b" + MONTH + "\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Dates() {}

  /** A date with its place. */
  record Dated(LocalDate date, int start, int end, double confidence) {}

  static List<Dated> in(String text, @Nullable String language) {
    List<Dated> found = new ArrayList<>();
    for (Matcher m = ISO.matcher(text); m.find(); ) {
      add(found, m, m.group(1), number(m.group(2)), m.group(3), 0.99);
    }
    for (Matcher m = GERMAN.matcher(text); m.find(); ) {
      add(found, m, m.group(3), number(m.group(2)), m.group(1), 0.97);
    }
    for (Matcher m = SLASHED.matcher(text); m.find(); ) {
      slashed(found, m, language);
    }
    for (Matcher m = DAY_FIRST.matcher(text); m.find(); ) {
      add(found, m, m.group(3), month(m.group(2)), m.group(1), 0.97);
    }
    for (Matcher m = MONTH_FIRST.matcher(text); m.find(); ) {
      add(found, m, m.group(3), month(m.group(1)), m.group(2), 0.97);
    }
    return found;
  }

  /** Which of the two is the month may be open; an English text then has it first, less surely. */
  private static void slashed(List<Dated> found, Matcher m, @Nullable String language) {
    int first = number(m.group(1));
    int second = number(m.group(2));
    boolean monthFirst = second > 12 || first <= 12 && "en".equals(language);
    double sure = first > 12 || second > 12 || first == second ? 0.95 : 0.6;
    add(
        found,
        m,
        m.group(3),
        monthFirst ? first : second,
        String.valueOf(monthFirst ? second : first),
        sure);
  }

  private static void add(
      List<Dated> found, Matcher m, String year, int month, String day, double confidence) {
    int full = number(year);
    try {
      LocalDate date =
          LocalDate.of(full < 100 ? (full < 70 ? 2000 : 1900) + full : full, month, number(day));
      if (date.getYear() >= 1900 && date.getYear() < 2200) {
        found.add(new Dated(date, m.start(), m.end(), year.length() == 2 ? 0.85 : confidence));
      }
    } catch (DateTimeException none) {
      // The thirtieth of February is no date.
    }
  }

  private static int month(String name) {
    String begin = name.toLowerCase(Locale.ROOT).replace("jän", "jan");
    return MONTHS.getOrDefault(begin.substring(0, 3), 0);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
