package io.flowmaster.engine;

import io.flowmaster.engine.VariableCondition.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on stored variables, by the columns that the engine's runtime and history tables
 * share.
 */
public final class VariableSql {
  /** As many characters of a text as the index of runtime variables has. */
  private static final int INDEXED = 64;

  private static final BigDecimal SMALLEST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Exact numbers are kept as digits; those that SQL's own numbers cannot hold never match. */
  private static final String FITS = "length(%2$s.TEXT_) <= 60 and position('E' in %2$s.TEXT_) = 0";

  private VariableSql() {}

  /**
   * The condition on one row of a variable table.
   *
   * @param type the column with the type's name, with its alias
   * @param alias the table's alias
   * @param bind keeps a value as a parameter and answers its placeholder
   */
  public static String matches(
      VariableCondition condition, String type, String alias, Function<Object, String> bind) {
    String sql = condition.operator().sql();
    Object value = condition.value();
    if (value == null) {
      return type + (condition.operator() == Operator.EQ ? " = 'null'" : " <> 'null'");
    }
    if (value instanceof Boolean truth) {
      return "%s = 'boolean' and %s.LONG_ %s %s"
          .formatted(type, alias, sql, bind.apply(truth ? 1L : 0L));
    }
    if (value instanceof BigDecimal number) {
      return ("(%1$s in ('integer', 'long', 'short') and %2$s.LONG_ %3$s %4$s)"
              + " or (%1$s = 'double' and %2$s.DOUBLE_ %3$s %5$s)"
              + " or (%1$s = 'number' and case when %1$s = 'number' and "
              + FITS
              + " then cast(%2$s.TEXT_ as numeric(120, 60)) end %3$s %4$s)")
          .formatted(type, alias, sql, bind.apply(whole(number)), bind.apply(number.doubleValue()));
    }
    return text(condition, String.valueOf(value), type, alias, bind);
  }

  /** An index of whole numbers is used where they are compared with one. */
  private static Object whole(BigDecimal number) {
    boolean fits = number.compareTo(SMALLEST) >= 0 && number.compareTo(LARGEST) <= 0;
    return fits && number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : number;
  }

  private static String text(
      VariableCondition condition,
      String value,
      String type,
      String alias,
      Function<Object, String> bind) {
    if (condition.operator() == Operator.LIKE) {
      String pattern = bind.apply(pattern(value.toLowerCase(Locale.ROOT)));
      return "%s = 'string' and lower(%s.TEXT_) like %s escape '!'".formatted(type, alias, pattern);
    }
    String sql = condition.operator().sql();
    String plain =
        "%s = 'string' and %s.TEXT_ %s %s".formatted(type, alias, sql, bind.apply(value));
    if (condition.operator() == Operator.EQ) {
      plain = plain + beginning(value, alias, bind);
    }
    Instant date = date(value);
    return date == null
        ? plain
        : "(%s) or (%s = 'date' and %s.LONG_ %s %s)"
            .formatted(plain, type, alias, sql, bind.apply(date.toEpochMilli()));
  }

  /** What the index knows of a text; databases count rare characters differently. */
  private static String beginning(String value, String alias, Function<Object, String> bind) {
    String start = value.substring(0, Math.min(value.length(), INDEXED));
    return start.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? ""
        : " and left(%s.TEXT_, %d) = %s".formatted(alias, INDEXED, bind.apply(start));
  }

  /** A pattern for {@code like … escape '!'} in which only {@code *} of the text is a wildcard. */
  public static String pattern(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace('*', '%');
  }

  private static @Nullable Instant date(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
