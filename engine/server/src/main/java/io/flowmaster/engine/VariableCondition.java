package io.flowmaster.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.flowmaster.platform.InvalidValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a variable of the whole process. A process without the variable never matches.
 *
 * @param value a {@link BigDecimal}, {@link Boolean}, {@link String} or null
 */
public record VariableCondition(String name, Operator operator, @Nullable Object value) {

  /** How to compare. */
  public enum Operator {
    EQ("="),
    NE("<>"),
    GT(">"),
    GE(">="),
    LT("<"),
    LE("<="),
    /** Text only, with {@code *} for any characters, without regard to case. */
    LIKE("like");

    private final String sql;

    Operator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }

    boolean isEquality() {
      return this == EQ || this == NE;
    }
  }

  public VariableCondition {
    checkText(name, 255);
    if (value instanceof String text) {
      checkText(text, 2000);
    } else if (operator == Operator.LIKE
        || (!(value instanceof BigDecimal) && !operator.isEquality())) {
      throw refused(
          "The operator " + operator.name().toLowerCase(Locale.ROOT) + " does not suit the value.");
    }
  }

  private static void checkText(String text, int longest) {
    if (text.length() > longest) {
      throw refused("Use at most " + longest + " characters.");
    }
    if (text.indexOf('\0') >= 0) {
      throw refused("Leave out the NUL character.");
    }
  }

  /**
   * Reads {@code name:operator:value}. A value that reads as a JSON number, boolean or null is one;
   * {@code "…"} is text in any case, anything else is text as it stands.
   */
  @JsonCreator
  public static VariableCondition parse(String text) {
    int first = text.indexOf(':');
    int second = text.indexOf(':', first + 1);
    if (first < 1 || second < 0) {
      throw refused("Write name:operator:value, for example amount:gt:1000.");
    }
    Operator operator = operator(text.substring(first + 1, second));
    String value = text.substring(second + 1);
    return new VariableCondition(
        text.substring(0, first), operator, operator == Operator.LIKE ? value : value(value));
  }

  /** What {@link #parse} reads as this condition. */
  @JsonValue
  public String text() {
    return name + ":" + operator.name().toLowerCase(Locale.ROOT) + ":" + valueText();
  }

  private String valueText() {
    if (operator != Operator.LIKE && value instanceof String text && !text.equals(value(text))) {
      return '"' + text + '"';
    }
    return String.valueOf(value);
  }

  private static Operator operator(String text) {
    for (Operator operator : Operator.values()) {
      if (operator.name().toLowerCase(Locale.ROOT).equals(text)) {
        return operator;
      }
    }
    throw refused("The operator is one of eq, ne, gt, ge, lt, le, like.");
  }

  private static @Nullable Object value(String text) {
    if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return text.substring(1, text.length() - 1);
    }
    if (text.equals("null")) {
      return null;
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?(0|[1-9]\\d{0,37})(\\.\\d{1,38})?([eE][+-]?\\d{1,3})?")
        ? new BigDecimal(text)
        : text;
  }

  private static InvalidValue refused(String detail) {
    return new InvalidValue("variable", detail);
  }
}
