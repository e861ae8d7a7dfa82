package io.flowmaster.models.internal;

import io.flowmaster.models.GuardrailRules.Pii;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what has a shape of its own; numbers with checksums only where these are right. */
final class PiiFinder {
  private static final Map<Pii, Pattern> SHAPES = new EnumMap<>(Pii.class);
  private static final Map<Pii, Predicate<String>> CHECKS = new EnumMap<>(Pii.class);

  static {
    SHAPES.put(
        Pii.SECRET,
        Pattern.compile(
            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[A-Za-z0-9+/=\\s]{20,8000}?-----END [A-Z ]{0,40}PRIVATE KEY-----"
                + "|\\b(?:sk|pk|rk)[-_](?:[a-z]{2,10}[-_])?[A-Za-z0-9_-]{20,200}"
                + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"
                + "|\\bgh[pousr]_[A-Za-z0-9]{30,200}\\b"
                + "|\\bgithub_pat_[A-Za-z0-9_]{30,200}\\b"
                + "|\\bxox[abprs]-[A-Za-z0-9-]{10,200}"
                + "|\\bAIza[0-9A-Za-z_-]{35}"
                + "|\\beyJ[A-Za-z0-9_-]{8,4000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{8,4000}"));
    SHAPES.put(
        Pii.EMAIL,
        Pattern.compile(
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])"));
    SHAPES.put(
        Pii.IBAN,
        Pattern.compile(
            "(?<![A-Za-z0-9])[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])"));
    SHAPES.put(Pii.CARD, Pattern.compile("(?<![\\w.,-])\\d(?:[ -]?\\d){12,18}(?![\\w-])"));
    SHAPES.put(
        Pii.NATIONAL_ID,
        Pattern.compile(
            "(?<![\\w-])(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])"));
    SHAPES.put(
        Pii.PHONE,
        Pattern.compile(
            "(?<![\\w+])(?:(?:\\+|00)[1-9]\\d{0,2}[ ./-]?(?:\\(0?\\d{1,5}\\)[ ./-]?)?\\d{1,5}(?:[ ./-]?\\d{2,5}){1,5}"
                + "|\\(?0[1-9]\\d{1,4}\\)?[ /-]\\d{3,9}(?:[ -]\\d{2,5}){0,3}"
                + "|\\(\\d{3}\\) ?\\d{3}-\\d{4})(?![\\w])"));
    CHECKS.put(Pii.IBAN, PiiFinder::iban);
    CHECKS.put(Pii.CARD, PiiFinder::luhn);
    CHECKS.put(Pii.PHONE, text -> digits(text) >= 7 && digits(text) <= 15);
  }

  private PiiFinder() {}

  /**
   * A find.
   *
   * @param start where it begins
   * @param end behind its last character
   */
  record Find(Pii kind, int start, int end, String text) {}

  /** What is found, in the text's order and without overlaps; what is longer counts. */
  static List<Find> in(String text, Set<Pii> kinds) {
    List<Find> all = new ArrayList<>();
    SHAPES.forEach(
        (kind, shape) -> {
          if (kinds.contains(kind)) {
            Matcher matcher = shape.matcher(text);
            while (matcher.find()) {
              if (CHECKS.getOrDefault(kind, any -> true).test(matcher.group())) {
                all.add(new Find(kind, matcher.start(), matcher.end(), matcher.group()));
              }
            }
          }
        });
    all.sort(Comparator.comparingInt(Find::start).thenComparingInt(find -> -find.end()));
    List<Find> kept = new ArrayList<>();
    int end = 0;
    for (Find find : all) {
      if (find.start() >= end) {
        kept.add(find);
        end = find.end();
      }
    }
    return kept;
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  /** ISO 7064, mod 97-10. */
  private static boolean iban(String text) {
    String plain = text.replace(" ", "");
    if (plain.length() < 15 || plain.length() > 34) {
      return false;
    }
    int rest = 0;
    String turned = plain.substring(4) + plain.substring(0, 4);
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.getNumericValue(turned.charAt(i));
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }

  private static boolean luhn(String text) {
    int sum = 0;
    boolean twice = false;
    for (int i = text.length() - 1; i >= 0; i--) {
      if (Character.isDigit(text.charAt(i))) {
        int digit = (text.charAt(i) - '0') * (twice ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
        twice = !twice;
      }
    }
    return sum % 10 == 0 && sum > 0;
  }
}
