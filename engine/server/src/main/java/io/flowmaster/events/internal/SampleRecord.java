package io.flowmaster.events.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some record of a type, to ask it what all of its kind answer alike. */
final class SampleRecord {
  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          String.class,
          "x",
          Instant.class,
          Instant.EPOCH,
          Duration.class,
          Duration.ZERO,
          int.class,
          1,
          long.class,
          1L,
          boolean.class,
          false,
          double.class,
          1.0,
          List.class,
          List.of(),
          Set.class,
          Set.of(),
          Map.class,
          Map.of());

  private SampleRecord() {}

  /** Empty when none can be made of simple values. */
  static Optional<Object> of(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return Optional.of(
          constructor.newInstance(
              Arrays.stream(components).map(c -> value(c.getType())).toArray()));
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Object value(Class<?> type) {
    if (VALUES.containsKey(type)) {
      return VALUES.get(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return type.isRecord() ? of(type).orElse(null) : null;
  }
}
