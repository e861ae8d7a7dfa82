package io.flowmaster.events.internal;

import io.flowmaster.platform.InvalidValue;
import java.util.List;
import java.util.regex.Pattern;

/** Patterns of event types, in which {@code *} stands for anything: {@code task.*}. */
final class TypePattern {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._*-]{1,200}");
  private final List<String> patterns;

  private TypePattern(List<String> patterns) {
    this.patterns = patterns;
  }

  /**
   * @throws InvalidValue when one is none
   */
  static TypePattern of(List<String> patterns) {
    for (String pattern : patterns) {
      if (!SHAPE.matcher(pattern).matches()) {
        throw new InvalidValue(
            "types", "A type has letters, digits, dots, hyphens and underscores; * is anything.");
      }
    }
    return new TypePattern(patterns.stream().map(p -> p.replaceAll("\\*+", "*")).toList());
  }

  boolean matches(String type) {
    for (String pattern : patterns) {
      if (matches(pattern, type)) {
        return true;
      }
    }
    return false;
  }

  /** Linear but for the number of stars: a star takes as little as it can, and more when needed. */
  private static boolean matches(String pattern, String type) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < type.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == type.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return p == pattern.length() || p == pattern.length() - 1 && pattern.charAt(p) == '*';
  }
}
