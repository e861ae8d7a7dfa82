package io.flowmaster.tasks.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates a JavaScript regular expression without flags to Java's dialect, where the two differ.
 */
final class FormPatternReader {
  private static final String SPACE =
      "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
  private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(?:,\\d*)?}");
  private static final Pattern GROUP =
      Pattern.compile("\\(\\?(?::|=|!|<=|<!|<[A-Za-z][A-Za-z0-9]*>)");
  private static final Pattern HEX2 = Pattern.compile("x[0-9A-Fa-f]{2}");
  private static final Pattern HEX4 = Pattern.compile("u[0-9A-Fa-f]{4}");
  private static final Pattern NAMED = Pattern.compile("k<[A-Za-z][A-Za-z0-9]*>");
  private static final String AS_IN_JAVA = "dDwWBfnrt";
  private final String from;
  private final StringBuilder to = new StringBuilder();
  private int at;
  private boolean inClass;
  private boolean quantified;

  FormPatternReader(String from) {
    this.from = from;
  }

  String read() {
    while (at < from.length()) {
      boolean before = quantified;
      quantified = false;
      char c = from.charAt(at);
      if (c == '\\') {
        escape();
      } else if (inClass) {
        member(c);
      } else {
        term(c, before);
      }
    }
    return to.toString();
  }

  private void term(char c, boolean afterQuantifier) {
    switch (c) {
      case '[' -> open();
      case ']' -> literal(c);
      case '.' -> put("[^\\n\\r\\u2028\\u2029]", 1);
      case '$' -> put("\\z", 1);
      case '(' -> group();
      case '{' -> brace();
      case '}' -> literal(c);
      case '+', '*' -> quantifier(String.valueOf(c), afterQuantifier);
      case '?' -> put("?", 1);
      default -> put(String.valueOf(c), 1);
    }
  }

  private void open() {
    if (from.startsWith("[]", at)) {
      put("(?!)", 2);
    } else if (from.startsWith("[^]", at)) {
      put("[\\x00-\\uFFFF]", 3);
    } else {
      boolean not = from.startsWith("[^", at);
      put(not ? "[^" : "[", not ? 2 : 1);
      inClass = true;
    }
  }

  private void member(char c) {
    if (c == ']') {
      inClass = false;
      put("]", 1);
    } else if (c == '[' || c == '&' || c == '^') {
      literal(c);
    } else {
      put(String.valueOf(c), 1);
    }
  }

  private void group() {
    if (!from.startsWith("(?", at)) {
      put("(", 1);
      return;
    }
    String head = found(GROUP, at);
    if (head == null) {
      throw new FormPattern.Unusable("it is not a regular expression");
    }
    put(head, head.length());
  }

  private void brace() {
    String quantifier = found(QUANTIFIER, at);
    if (quantifier == null) {
      literal('{');
    } else {
      put(quantifier, quantifier.length());
      quantified = true;
    }
  }

  /** {@code a++} is an error in JavaScript and possessive in Java. */
  private void quantifier(String text, boolean afterQuantifier) {
    if (afterQuantifier) {
      throw new FormPattern.Unusable("it is not a regular expression");
    }
    put(text, 1);
    quantified = true;
  }

  private void escape() {
    if (at + 1 == from.length()) {
      throw new FormPattern.Unusable("it is not a regular expression");
    }
    char c = from.charAt(++at);
    if (c == 's') {
      put(inClass ? SPACE : "[" + SPACE + "]", 1);
    } else if (c == 'S') {
      put("[^" + SPACE + "]", 1);
    } else if (c == 'v') {
      put("\\x0B", 1);
    } else if (c == 'b') {
      put(inClass ? "\\x08" : "\\b", 1);
    } else if (AS_IN_JAVA.indexOf(c) >= 0 || c >= '1' && c <= '9') {
      put("\\" + c, 1);
    } else if (c == '0') {
      put("\\x00", 1);
    } else if (c == 'c' && at + 1 < from.length() && Character.isLetter(from.charAt(at + 1))) {
      put("\\x%02X".formatted(from.charAt(at + 1) % 32), 2);
    } else {
      coded(c);
    }
  }

  private void coded(char c) {
    String two = found(HEX2, at);
    String four = found(HEX4, at);
    String name = found(NAMED, at);
    if (two != null) {
      put("\\" + two, two.length());
    } else if (four != null) {
      char unit = FormText.unit((char) Integer.parseInt(four.substring(1), 16));
      put("\\u%04X".formatted((int) unit), four.length());
    } else if (name != null && !inClass) {
      put("\\" + name, name.length());
    } else {
      literal(c);
    }
  }

  private void literal(char c) {
    put(Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c, 1);
  }

  private void put(String text, int consumed) {
    to.append(text);
    at += consumed;
  }

  private @org.jspecify.annotations.Nullable String found(Pattern pattern, int position) {
    Matcher matcher = pattern.matcher(from).region(position, from.length());
    return matcher.lookingAt() ? matcher.group() : null;
  }
}
