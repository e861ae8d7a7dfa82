package io.flowmaster.rules.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.functions.DateAndTimeFunction;
import org.kie.dmn.feel.runtime.functions.DateFunction;
import org.kie.dmn.feel.runtime.functions.DurationFunction;
import org.kie.dmn.feel.runtime.functions.FEELFnResult;
import org.kie.dmn.feel.runtime.functions.TimeFunction;

/** Values between the platform and the standard's evaluator. */
final class StandardValues {
  private StandardValues() {}

  /**
   * A fact as FEEL has it: numbers are decimal; where the model declares a date, a time or a
   * duration, a text in ISO 8601 is read as one, since JSON has no such values.
   */
  static @Nullable Object fact(@Nullable Object value, @Nullable DMNType type) {
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> context = new LinkedHashMap<>();
      Map<String, DMNType> fields =
          type != null && type.isComposite() ? type.getFields() : Map.of();
      members.forEach(
          (name, member) ->
              context.put(String.valueOf(name), fact(member, fields.get(String.valueOf(name)))));
      return context;
    }
    if (value instanceof Collection<?> elements) {
      List<@Nullable Object> list = new ArrayList<>();
      DMNType of = type != null && type.isCollection() ? element(type) : type;
      elements.forEach(element -> list.add(fact(element, of)));
      return list;
    }
    if (value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    if (value instanceof Date date) {
      return date.toInstant().atZone(ZoneId.systemDefault());
    }
    return value instanceof String text ? text(text, type) : value;
  }

  private static @Nullable DMNType element(DMNType list) {
    return list.isComposite() ? list : list.getBaseType() == null ? list : list.getBaseType();
  }

  private static Object text(String text, @Nullable DMNType type) {
    FEELFnResult<?> read =
        builtIn(type) instanceof BuiltInType declared
            ? switch (declared) {
              case DATE -> DateFunction.INSTANCE.invoke(text);
              case TIME -> TimeFunction.INSTANCE.invoke(text);
              case DATE_TIME -> DateAndTimeFunction.INSTANCE.invoke(text);
              case DURATION -> DurationFunction.INSTANCE.invoke(text);
              default -> null;
            }
            : null;
    Object value = read == null ? null : read.getOrElse(null);
    return value == null ? text : value;
  }

  private static @Nullable Object builtIn(@Nullable DMNType type) {
    DMNType deepest = type;
    while (deepest != null && deepest.getBaseType() != null) {
      deepest = deepest.getBaseType();
    }
    return deepest instanceof BaseDMNTypeImpl own ? own.getFeelType() : null;
  }

  /**
   * A result as process variables and JSON have it: the smallest number that keeps all digits, and
   * only the types of Java itself.
   */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      members.forEach((name, member) -> plain.put(String.valueOf(name), plain(member)));
      return plain;
    }
    if (value instanceof Collection<?> elements) {
      List<@Nullable Object> plain = new ArrayList<>();
      elements.forEach(element -> plain.add(plain(element)));
      return plain;
    }
    if (value instanceof BigDecimal number) {
      if (!GuardedFunction.isSane(number)) {
        StandardBudget.spend("A number is too large or too small.");
      }
      return number(number);
    }
    if (value instanceof ComparablePeriod period) {
      return period.asPeriod();
    }
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof Duration
        || value instanceof Period) {
      return value;
    }
    boolean ofJava = value.getClass().getName().startsWith("java.time.");
    return value instanceof TemporalAccessor && ofJava ? value : value.toString();
  }

  private static Number number(BigDecimal number) {
    if (number.signum() == 0 || number.stripTrailingZeros().scale() <= 0) {
      return number.precision() - number.scale() > 40 ? (Number) number : whole(number);
    }
    double nearest = number.doubleValue();
    boolean same = Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0;
    return same ? (Number) nearest : number;
  }

  private static Number whole(BigDecimal number) {
    BigInteger whole = number.toBigInteger();
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
  }
}
