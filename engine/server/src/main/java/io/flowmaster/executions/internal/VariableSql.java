package io.flowmaster.executions.internal;

import io.flowmaster.executions.VariableCondition;
import io.flowmaster.executions.VariableCondition.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on stored variables, by the columns that the engine's runtime and history tables
 * share.
 */
final class VariableSql {
  /** Exact numbers are kept as digits; those that SQL's own numbers cannot hold never match. */
  private static final String FITS = "length(%2$s.TEXT_) <= 60 and position('E' in %2$s.TEXT_) = 0";

  private VariableSql() {}

  /**
   * The condition on one row of a variable table.
   *
   * @param type the column with the type's name, with its alias
   * @param alias the table's alias
   */
  static String matches(VariableCondition condition, String type, String alias, Condition into) {
    String sql = condition.operator().sql();
    Object value = condition.value();
    if (value == null) {
      return type + (condition.operator() == Operator.EQ ? " = 'null'" : " <> 'null'");
    }
    if (value instanceof Boolean truth) {
      return "%s = 'boolean' and %s.LONG_ %s %s"
          .formatted(type, alias, sql, into.bind(truth ? 1L : 0L));
    }
    if (value instanceof BigDecimal number) {
      return ("(%1$s in ('integer', 'long', 'short') and %2$s.LONG_ %3$s %4$s)"
              + " or (%1$s = 'double' and %2$s.DOUBLE_ %3$s %5$s)"
              + " or case when %1$s = 'number' and "
              + FITS
              + " then cast(%2$s.TEXT_ as numeric(120, 60)) end %3$s %4$s")
          .formatted(type, alias, sql, into.bind(number), into.bind(number.doubleValue()));
    }
    return text(condition, String.valueOf(value), type, alias, into);
  }

  private static String text(
      VariableCondition condition, String value, String type, String alias, Condition into) {
    if (condition.operator() == Operator.LIKE) {
      String pattern = into.bind(Condition.pattern(value.toLowerCase(Locale.ROOT)));
      return "%s = 'string' and lower(%s.TEXT_) like %s escape '!'".formatted(type, alias, pattern);
    }
    String sql = condition.operator().sql();
    String plain = "%s = 'string' and %s.TEXT_ %s %s".formatted(type, alias, sql, into.bind(value));
    Instant date = date(value);
    return date == null
        ? plain
        : "(%s) or (%s = 'date' and %s.LONG_ %s %s)"
            .formatted(plain, type, alias, sql, into.bind(date.toEpochMilli()));
  }

  private static @Nullable Instant date(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
