package io.flowmaster.rules.internal;

import org.jspecify.annotations.Nullable;

/** What becomes of a variable when FEEL reads it and gives it back, for the common types. */
final class PlainValues {
  /** Says that FEEL must be asked. */
  static final Object NOT_PLAIN = new Object();

  /** From here on, a double is not its shortest decimal, which is what FEEL takes. */
  private static final double FIRST_INEXACT = 1L << 53;

  private PlainValues() {}

  /** Numbers come back as long when they are whole, else as double. */
  static @Nullable Object fromFeel(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Long) {
      return value;
    } else if (value instanceof Integer number) {
      return number.longValue();
    } else if (value instanceof Double number && Math.abs(number) < FIRST_INEXACT) {
      return number == Math.rint(number) ? (Object) number.longValue() : number;
    }
    return NOT_PLAIN;
  }
}
