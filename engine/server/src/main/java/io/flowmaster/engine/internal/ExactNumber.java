package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with all their digits. A number that the engine's integer, long or double holds exactly
 * is kept as such; any other gets the engine type {@code number} and is a {@link BigInteger} or
 * {@link BigDecimal} to expressions.
 */
final class ExactNumber {
  static final Type TYPE = new Type();

  private ExactNumber() {}

  /** A JSON number in the smallest Java type that holds it exactly. */
  static Number of(JsonNode node) {
    return of(node.isIntegralNumber() ? node.bigIntegerValue() : node.decimalValue());
  }

  /** A number in the smallest Java type that holds it exactly. */
  static Number of(Number number) {
    if (number instanceof BigInteger whole) {
      return whole.bitLength() < Integer.SIZE
          ? (Number) whole.intValue()
          : whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
    if (number instanceof BigDecimal decimal) {
      double nearest = decimal.doubleValue();
      boolean exact =
          Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(decimal) == 0;
      return exact ? (Number) nearest : decimal;
    }
    return number;
  }

  /** The engine's value for a number. */
  static TypedValue typed(Number number, boolean isTransient) {
    Number exact = of(number);
    if (exact instanceof Integer i) {
      return Variables.integerValue(i, isTransient);
    }
    if (exact instanceof Long l) {
      return Variables.longValue(l, isTransient);
    }
    if (exact instanceof Double d) {
      return Variables.doubleValue(d, isTransient);
    }
    return new Value(exact, isTransient);
  }

  /** Reads what {@code toString} of a {@link BigInteger} or {@link BigDecimal} wrote. */
  static Number parse(String digits) {
    boolean whole = digits.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    return whole ? (Number) new BigInteger(digits) : new BigDecimal(digits);
  }

  /** A number that none of the engine's own types holds exactly. */
  static final class Value extends PrimitiveTypeValueImpl<Number> {
    Value(@Nullable Number number, boolean isTransient) {
      super(number, TYPE);
      setTransient(isTransient);
    }
  }

  /**
   * The engine's name for it is {@code number} ({@code Number} in REST), which the engine knows but
   * lets nobody store.
   */
  static final class Type extends PrimitiveValueTypeImpl {
    Type() {
      super("number", Number.class);
    }

    @Override
    public TypedValue createValue(Object value, Map<String, Object> info) {
      boolean isTransient = Boolean.TRUE.equals(isTransient(info));
      return value == null ? new Value(null, isTransient) : typed((Number) value, isTransient);
    }

    @Override
    public ValueType getParent() {
      return ValueType.NUMBER;
    }

    @Override
    public boolean canConvertFromTypedValue(TypedValue value) {
      return value.getType() == ValueType.NUMBER;
    }

    @Override
    public TypedValue convertFromTypedValue(TypedValue value) {
      return new Value(
          ((PrimitiveValue<?>) value).getValue() instanceof Number n ? n : null, false);
    }
  }
}
