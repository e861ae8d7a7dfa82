package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;

/** Text and truth as JavaScript sees them. */
final class FormText {
  private static final String SPACES =
      "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

  private FormText() {}

  /** {@code String.prototype.trim} (ECMA-262, section 22.1.3.32), which is wider than Java's. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && SPACES.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && SPACES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Whether a value counts as true: all but nothing, false, zero and the empty text. */
  static boolean truthy(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> false;
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.decimalValue().signum() != 0;
      case STRING -> !value.textValue().isEmpty();
      default -> true;
    };
  }

  /** Whether nothing was entered: required refuses it. */
  static boolean empty(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || value.isTextual() && value.textValue().isEmpty()
        || value.isArray() && value.isEmpty();
  }

  /**
   * The text with its surrogates moved to the private area, so that Java's regular expressions see
   * single UTF-16 units, as JavaScript's do without the flag {@code u}.
   */
  static String units(String text) {
    StringBuilder units = new StringBuilder(text.length());
    text.chars().forEach(c -> units.append(unit((char) c)));
    return units.toString();
  }

  static char unit(char c) {
    return Character.isSurrogate(c) ? (char) (c + 0x0800) : c;
  }
}
