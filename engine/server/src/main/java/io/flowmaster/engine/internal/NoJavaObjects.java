package io.flowmaster.engine.internal;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ZonedTime;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Java objects out of FEEL, which would otherwise offer all their fields and methods as a
 * context. Values pass on to the next mapper.
 */
class NoJavaObjects extends JavaCustomValueMapper {
  private static final int BEFORE_ALL_OTHERS = 100;

  @Override
  public Optional<Val> toValue(@Nullable Object value, Function<Object, Val> inner) {
    return isValue(value)
        ? Optional.empty()
        : Optional.of(new ValError("a Java object is no FEEL value"));
  }

  @Override
  public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
    return Optional.empty();
  }

  @Override
  public int priority() {
    return BEFORE_ALL_OTHERS;
  }

  private static boolean isValue(@Nullable Object value) {
    return value == null
        || value instanceof Val
        || value instanceof Number
        || value instanceof CharSequence
        || value instanceof Boolean
        || value instanceof Enum
        || value instanceof Date
        || value instanceof Temporal
        || value instanceof TemporalAmount
        || value instanceof ZonedTime
        || value instanceof Iterable<?>
        || value instanceof Map<?, ?>
        || value instanceof Throwable
        || value instanceof Spin<?>
        || value.getClass().getName().startsWith("camundajar.impl.scala.");
  }
}
