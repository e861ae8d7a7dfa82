package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.InvalidValue;
import java.math.BigDecimal;
import java.util.Map;

/** What a caller's variables may be, so that every database and every expression can hold them. */
final class VariableLimits {
  static final int LONGEST_NAME = 255;
  static final int MOST = 1_000;
  static final int LONGEST_STRING = 1_048_576;
  static final int LARGEST_TOTAL = 4_194_304;
  static final int DEEPEST = 50;
  static final int MOST_DIGITS = 1_000;

  /**
   * Names that only a model's input parameters have: who starts a process could else add to what
   * its service tasks do.
   */
  private static final String RESERVED = "connector.";

  private final String variable;
  private long size;

  private VariableLimits(String variable) {
    this.variable = variable;
  }

  /**
   * Checks all variables of one call.
   *
   * @throws InvalidValue on the first that cannot be kept
   */
  static void check(Map<String, JsonNode> variables) {
    if (variables.size() > MOST) {
      throw new InvalidValue(
          "variables", "Send at most " + MOST + " variables at a time; group them in objects.");
    }
    long total = 0;
    for (Map.Entry<String, JsonNode> entry : variables.entrySet()) {
      VariableLimits limits = new VariableLimits(checkedName(entry.getKey()));
      limits.value(entry.getValue(), 1);
      total += limits.size;
      if (total > LARGEST_TOTAL) {
        throw new InvalidValue(
            "variables",
            "The variables have more than "
                + LARGEST_TOTAL
                + " characters in all; keep large content as a document and send its id.");
      }
    }
  }

  private static String checkedName(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
      throw new InvalidValue(
          "variable-name",
          "A variable's name has 1 to " + LONGEST_NAME + " characters and no control characters.");
    }
    if (hasHalfPair(name)) {
      throw new InvalidValue("variable-name", "A variable's name is well-formed Unicode text.");
    }
    if (name.startsWith(RESERVED)) {
      throw new InvalidValue(
          "variable-name", "Names that begin with " + RESERVED + " are for parameters of tasks.");
    }
    return name;
  }

  private void value(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw refused("is nested deeper than " + DEEPEST + " levels");
    }
    switch (node.getNodeType()) {
      case STRING -> text(node.textValue());
      case NUMBER -> number(node);
      case ARRAY -> node.forEach(element -> value(element, depth + 1));
      case OBJECT ->
          node.properties()
              .forEach(
                  member -> {
                    text(member.getKey());
                    value(member.getValue(), depth + 1);
                  });
      default -> size += 5;
    }
  }

  private void text(String text) {
    size += text.length();
    if (text.length() > LONGEST_STRING) {
      throw refused("has a string of more than " + LONGEST_STRING + " characters");
    }
    if (text.indexOf('\0') >= 0) {
      throw refused("has a NUL character (U+0000), which databases cannot store");
    }
    if (hasHalfPair(text)) {
      throw refused("has half of a surrogate pair, which is not a character");
    }
  }

  /** A small text can stand for a huge number (1e999999999) that costs its digits in arithmetic. */
  private void number(JsonNode node) {
    BigDecimal number = node.decimalValue();
    size += number.precision();
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw refused("has a number of more than " + MOST_DIGITS + " digits");
    }
  }

  private InvalidValue refused(String why) {
    return new InvalidValue("variable", "The variable " + variable + " " + why + ".");
  }

  private static boolean hasHalfPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }
}
